import type { Action, Role } from '../contract/index.js';
import { ServiceError } from './service-error.js';

/** One action on a record: who may ever take it, and a code for what stands in its way now. */
export interface ActionRule<State, Name extends string = string> {
  name: Name;
  roles: readonly Role[];
  refuse: (state: State) => string | undefined;
}

/** What this role may do with the record now; what it may never do is not named at all. */
export const availability = <State>(rules: readonly ActionRule<State>[], state: State, role: Role): Action[] =>
  rules.filter((rule) => rule.roles.includes(role)).map((rule) => {
    const reason = rule.refuse(state);
    return reason === undefined ? { name: rule.name, allowed: true } : { name: rule.name, allowed: false, reason };
  });

/** For a list: only the names of what is allowed. */
export const allowedNames = (actions: readonly Action[]): string[] => actions.filter((action) => action.allowed).map((action) => action.name);

/** Throws `action_not_allowed`, saying why, unless the action is among those allowed. */
export function requireAction(actions: readonly Action[], name: string): void {
  const action = actions.find((known) => known.name === name);
  if (!action) throw new ServiceError('role_forbidden');
  if (!action.allowed) throw new ServiceError('action_not_allowed', { detail: `Not possible now: ${action.reason}.` });
}
