<?php
/**
 * Plugin Name: prmkit sessions
 * Description: POST /wp-json/partners/v1/session opens a partner-portal session for whoever is signed in to this site.
 *
 * Put this file into wp-content/mu-plugins, and two lines into wp-config.php, above "That's all, stop editing!":
 *
 *     define( 'PRMKIT_SERVICE_URL', 'https://partners.example.com' );
 *     define( 'PRMKIT_SECRET_KEY', 'prm_sk_…' );
 *
 * Then give each partner's user the id of its member: Users → Edit → Partner portal.
 */

defined( 'ABSPATH' ) || exit;

const PRMKIT_MEMBER = 'prmkit_member_id';

add_action( 'rest_api_init', function () {
	register_rest_route( 'partners/v1', '/session', array(
		'methods'             => 'POST',
		'permission_callback' => 'prmkit_may_ask',
		'callback'            => 'prmkit_open_session',
	) );
} );

/** This site's origin, as browsers write it. */
function prmkit_origin(): string {
	$home = wp_parse_url( home_url() );
	return $home['scheme'] . '://' . $home['host'] . ( isset( $home['port'] ) ? ':' . $home['port'] : '' );
}

/**
 * WordPress forgets who is signed in where a request brings no nonce, and a nonce is no use here: pasted HTML has none, and a page from a
 * cache has an old one. A nonce keeps other sites from asking in a visitor's name; so does the Origin header, which browsers send with every
 * POST and no page can forge. The answer is for this site's own pages alone.
 *
 * @return true|WP_Error
 */
function prmkit_may_ask( WP_REST_Request $request ) {
	if ( $request->get_header( 'origin' ) !== prmkit_origin() ) {
		return new WP_Error( 'prmkit_origin', 'Only pages of this site may ask.', array( 'status' => 403 ) );
	}
	if ( ! wp_validate_auth_cookie( '', 'logged_in' ) ) {
		return new WP_Error( 'prmkit_signed_out', 'Nobody is signed in.', array( 'status' => 401 ) );
	}
	return true;
}

function prmkit_open_session(): WP_REST_Response {
	$member = get_user_meta( wp_validate_auth_cookie( '', 'logged_in' ), PRMKIT_MEMBER, true );
	if ( ! $member ) {
		return prmkit_answer( 403, array( 'code' => 'no_member' ) );
	}
	$answer = wp_remote_post( PRMKIT_SERVICE_URL . '/v1/sessions', array(
		'timeout' => 10,
		'headers' => array( 'Authorization' => 'Bearer ' . PRMKIT_SECRET_KEY, 'Content-Type' => 'application/json' ),
		'body'    => wp_json_encode( array( 'memberId' => $member, 'origins' => array( prmkit_origin() ) ) ),
	) );
	$status = wp_remote_retrieve_response_code( $answer );
	if ( 201 === $status ) {
		$session = json_decode( wp_remote_retrieve_body( $answer ), true );
		return prmkit_answer( 200, array( 'token' => $session['token'], 'expiresIn' => $session['expiresIn'] ) );
	}
	// No such member, or suspended: signing in again would not help. All else may pass.
	return in_array( $status, array( 403, 422 ), true ) ? prmkit_answer( 403, array( 'code' => 'refused' ) ) : prmkit_answer( 503, array( 'code' => 'unreachable' ) );
}

function prmkit_answer( int $status, array $body ): WP_REST_Response {
	return new WP_REST_Response( $body, $status, array( 'Cache-Control' => 'no-store' ) );
}

/*
 * Which member somebody is, an administrator says. Not the e-mail address: in many shops anybody may register with anybody's.
 */
foreach ( array( 'show_user_profile', 'edit_user_profile' ) as $prmkit_page ) {
	add_action( $prmkit_page, function ( WP_User $user ) {
		if ( ! current_user_can( 'promote_users' ) ) {
			return;
		}
		printf(
			'<h2>Partner portal</h2><table class="form-table"><tr><th><label for="%1$s">Member</label></th>'
			. '<td><input id="%1$s" name="%1$s" class="regular-text code" value="%2$s"></td></tr></table>',
			esc_attr( PRMKIT_MEMBER ),
			esc_attr( get_user_meta( $user->ID, PRMKIT_MEMBER, true ) )
		);
	} );
}
// WordPress has checked the form's nonce before these.
foreach ( array( 'personal_options_update', 'edit_user_profile_update' ) as $prmkit_page ) {
	add_action( $prmkit_page, function ( int $user_id ) {
		if ( current_user_can( 'promote_users' ) && isset( $_POST[ PRMKIT_MEMBER ] ) ) {
			update_user_meta( $user_id, PRMKIT_MEMBER, sanitize_text_field( wp_unslash( $_POST[ PRMKIT_MEMBER ] ) ) );
		}
	} );
}
