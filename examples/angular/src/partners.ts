import 'prmkit/components/prm-portal';
import 'prmkit/components/prm-deal-list';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal, viewChild, type ElementRef } from '@angular/core';
import type { Appearance, DealFormEvent, PortalElement, PortalReadyEvent } from 'prmkit';

/** Set in angular.json, or by `--define`. */
declare const serviceUrl: string;

@Component({
  selector: 'app-partners',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <prm-portal
      #portal [serviceUrl]="serviceUrl" session-url="/session" [appearance]="appearance"
      (prm-ready)="welcome($event)"
    >
      <header>
        <h1>Partners</h1>
        <span id="person" [attr.data-sign-ins]="signIns()">{{ person() }}</span>
        <button type="button" id="look" (click)="look.set(look() === 'list' ? 'board' : 'list')">Show as {{ look() === 'list' ? 'board' : 'list' }}</button>
        <button type="button" id="reconnect" (click)="reconnect()">Reconnect</button>
      </header>
      @if (asked()) {
        <p id="own-form">Our own form would open here.</p>
      }
      <prm-deal-list [look]="look()" (prm-deal-form)="openOwnForm($event)" />
    </prm-portal>
  `,
})
export class Partners {
  readonly serviceUrl = serviceUrl;
  readonly appearance: Appearance = { colorPrimary: '#7a1f3d', borderRadius: '10px' };

  readonly portal = viewChild.required<ElementRef<PortalElement>>('portal');
  readonly person = signal('');
  readonly signIns = signal(0);
  readonly look = signal<'list' | 'board'>('list');
  readonly asked = signal(false);

  welcome({ session }: PortalReadyEvent): void {
    this.person.set(session.member.name);
    this.signIns.update((count) => count + 1);
  }

  reconnect(): void {
    this.portal().nativeElement.reconnect();
  }

  openOwnForm(event: DealFormEvent): void {
    event.preventDefault();
    this.asked.set(true);
  }
}
