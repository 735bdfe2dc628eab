// The door to the Bot API double.

export type { Call, Violation } from './call-log.ts';
export { type DoubleOptions, startTelegramDouble, type TelegramDouble } from './double.ts';
export type { Fault, FaultMatcher, InjectedFault } from './faults.ts';
export type { ButtonChoice, Group, Participant, Person, Pressed, Said } from './people.ts';
