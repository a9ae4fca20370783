// Is the workbook's structure protected: may sheets be added, deleted, renamed, moved, hidden?

import type { Workbook } from '../../../workbook/workbook';
import { WORKBOOK_ORDER } from '../../../workbook/workbook';
import { attr, child, ensureChild, flag, removeChild, setAttr } from '../../../workbook/ooxml/xml';
import { refuse } from '../protocol/errors';
import type { Described } from '../protocol/members';
import { describeType } from '../protocol/members';
import type { Session } from '../session';
import { opensWith, passwordHash, passwordOf } from './protection';

function structureIsLocked(workbook: Workbook): boolean {
  return flag(child(workbook.root, 'workbookProtection'), 'lockStructure', false);
}

/** Refuses what a protected structure forbids, as Excel does. */
export function checkStructure({ workbook }: Session): void {
  if (structureIsLocked(workbook)) refuse('AccessDenied', 'the structure is protected');
}

export const workbookProtectionType: Described<Session> = describeType<Session>({
  name: 'WorkbookProtection',
  since: '1.7',
  scalars: { Protected: { read: ({ workbook }) => structureIsLocked(workbook) } },
  methods: {
    Protect: {
      call: ({ workbook }, [given]) => {
        if (structureIsLocked(workbook)) refuse('InvalidOperation', 'protected already');
        const node = ensureChild(workbook.root, 'workbookProtection', WORKBOOK_ORDER);
        node.attributes.clear();
        const password = passwordOf(given);
        if (password !== '') setAttr(node, 'workbookPassword', passwordHash(password));
        setAttr(node, 'lockStructure', true);
        workbook.touch();
        return null;
      },
    },
    Unprotect: {
      call: async ({ workbook }, [given]) => {
        const node = child(workbook.root, 'workbookProtection');
        if (!node || !structureIsLocked(workbook)) return null;
        const held = {
          short: attr(node, 'workbookPassword'),
          modern: attr(node, 'workbookHashValue'),
          algorithm: attr(node, 'workbookAlgorithmName'),
          salt: attr(node, 'workbookSaltValue'),
          spins: attr(node, 'workbookSpinCount'),
        };
        if (!(await opensWith(held, passwordOf(given)))) refuse('AccessDenied', 'the password');
        removeChild(workbook.root, node);
        workbook.touch();
        return null;
      },
    },
  },
});
