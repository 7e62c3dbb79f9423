import type { ProgrammeAppearance } from '../../client/index.js';

/** The look is about to be saved to the programme; cancel it to keep the one before, or to store it elsewhere. */
export class ThemeSaveEvent extends Event {
  static readonly eventName = 'prm-theme-save';
  constructor(readonly appearance: ProgrammeAppearance) {
    super(ThemeSaveEvent.eventName, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The look is saved; every portal of the programme takes it on. */
export class ThemeSavedEvent extends Event {
  static readonly eventName = 'prm-theme-saved';
  constructor(readonly appearance: ProgrammeAppearance) {
    super(ThemeSavedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'prm-theme-save': ThemeSaveEvent;
    'prm-theme-saved': ThemeSavedEvent;
  }
}
