-- When on its day the help began, in minutes after midnight, so that two sessions at the same time are noticed; null where nobody said.
ALTER TABLE support_entry ADD COLUMN began integer CHECK (began BETWEEN 0 AND 1439);
