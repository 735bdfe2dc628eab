// The door to the Bot API double.

export type { Call, Violation } from './call-log.ts';
export { type DoubleOptions, startTelegramDouble, type TelegramDouble } from './double.ts';
export {
  type Fault,
  type FaultMatcher,
  HARMLESS_FAULTS,
  type InjectedFault,
  type RandomFaultKind,
  type RandomFaults,
} from './faults.ts';
export type { Group } from './groups.ts';
export type { AdministratorRights } from './members.ts';
export type { ButtonChoice, Participant, Person, Pressed, Said } from './people.ts';
export type { Topic } from './topics.ts';
