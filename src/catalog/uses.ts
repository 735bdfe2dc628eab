// Who names an entry, a fact or a source: asked before it is renamed or deleted, or after.

import type { ContentFolder } from './folder.ts';
import { findMentions, isOf, type Mention, type Named } from './mentions.ts';

/** Where something is defined and where it is named. */
export interface Uses {
  /** Undefined when there is no such thing, or it is an entry, which is a folder. */
  readonly definition: Mention | undefined;
  readonly uses: readonly Mention[];
  readonly exists: boolean;
}

/** Finds the uses of an entry, a fact or a source, also of one that is gone. */
export function findUses(folder: ContentFolder, named: Named): Uses {
  const mentions = findMentions(folder).filter((mention) => isOf(mention.named, named));
  const definition = mentions.find(({ isDefinition }) => isDefinition);
  const isEntry = named.kind === 'entry' && folder.entries.some(({ id }) => id === named.entry);
  return {
    definition,
    uses: mentions.filter(({ isDefinition }) => !isDefinition),
    exists: isEntry || definition !== undefined,
  };
}
