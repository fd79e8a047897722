-- Of which day of reminding the owner of an enquiry has had a letter.
ALTER TABLE support_enquiry ADD COLUMN told_of date;
