/** Where a customer stands with the partner, from first contact to repeated business. */
export const lifecycles = ['acquired', 'screened', 'engaged', 'sold', 'serviced', 're_engaged', 'repeat'] as const;
