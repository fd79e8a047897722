namespace Trellis.Support.Coming;

/// <summary>What a column of support history can hold.</summary>
internal static class HistoryField
{
    public const string Date = "date";
    public const string Began = "began";
    public const string Time = "time";
    public const string Worker = "worker";
    public const string WorkerEmail = "worker-email";
    public const string Way = "way";
    public const string Topic = "topic";
    public const string Done = "done";
    public const string Next = "next";
    public const string NextOn = "next-on";
    public const string Shared = "shared";
    public const string Reference = "reference";

    public static readonly IReadOnlyList<FileField> All =
    [
        new(Date, "Day of the help", "date", "activitydate", "contactdate", "dateofsupport", "supportdate", "dateofcontact", "interactiondate", "sessiondate", "meetingdate", "visitdate", "day", "startdate", "datetime", "activitydatetime", "start", "when", "createddate", "createdon", "datecreated") { IsNeeded = true },
        new(Began, "When it began", "began", "starttime", "timestarted", "timefrom"),
        new(Time, "How long it took", "minutes", "mins", "duration", "durationminutes", "durationmins", "durationhours", "timeminutes", "timespent", "timespentminutes", "timespentmins", "timespenthours", "hours", "hoursspent", "numberofhours", "timetaken", "length", "stafftime", "time"),
        new(FileField.Group, "Group", "group", "groups", "groupname", "organisation", "organisationname", "organization", "organizationname", "account", "accountname", "company", "companyname", "client", "clientname", "targetcontact", "with", "withcontact", "member", "membername", "charity", "charityname", "regarding", "relatedto", "name") { IsNeeded = true },
        new(FileField.Number, "The group’s registered number", "registerednumber", "charitynumber", "charityno", "regno", "registeredcharitynumber", "registrationnumber", "orgid", "identifier", "identifiers", "companynumber", "companyno", "externalidentifier"),
        new(FileField.Postcode, "The group’s postcode", "postcode", "postalcode", "zip", "postcodes"),
        new(Worker, "Who helped", "worker", "supportworker", "staff", "staffmember", "staffname", "officer", "developmentofficer", "adviser", "advisor", "assignedto", "owner", "activityowner", "assigned", "sourcecontact", "addedby", "createdby", "user", "caseworker", "by", "who"),
        new(WorkerEmail, "Email of who helped", "workeremail", "staffemail", "owneremail", "useremail", "assignedtoemail", "officeremail"),
        new(Way, "How", "how", "way", "method", "channel", "contactmethod", "methodofcontact", "contacttype", "typeofcontact", "activitytype", "interactiontype", "communicationtype", "medium", "type"),
        new(Topic, "What about", "topic", "whatabout", "subjectarea", "area", "areaofsupport", "supportarea", "supporttype", "typeofsupport", "theme", "category", "service", "servicetype", "reason", "issue"),
        new(Done, "What was done", "whatwasdone", "done", "notes", "note", "details", "description", "summary", "comments", "comment", "subject", "activity", "supportgiven", "outcome", "narrative", "body") { MayRepeat = true },
        new(Next, "What comes next", "nextstep", "whatcomesnext", "next", "nextaction", "nextsteps", "followup", "followupaction", "actions", "actionneeded"),
        new(NextOn, "When that is due", "nexton", "nextdate", "nextstepdate", "followupdate", "duedate", "nextcontact", "nextcontactdate", "reviewdate"),
        new(Shared, "Whether the group sees it", "thegroupseesit", "shared", "sharedwithgroup", "isshared"),
        new(Reference, "Its number in the other system", "activityid", "recordid", "interactionid", "reference", "ref", "caseid", "entry", "id"),
    ];
}
