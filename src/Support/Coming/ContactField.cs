namespace Trellis.Support.Coming;

/// <summary>What a column of a file of contacts can hold. Where somebody lives is not among it: it is never taken in.</summary>
internal static class ContactField
{
    public const string Name = "contact-name";
    public const string FirstName = "first-name";
    public const string LastName = "last-name";
    public const string Role = "role";
    public const string Email = "email";
    public const string Telephone = "telephone";
    public const string Reach = "reach";
    public const string Left = "left";

    public static readonly IReadOnlyList<FileField> All =
    [
        new(FileField.Group, "Group", "group", "groups", "groupname", "organisation", "organisationname", "organization", "organizationname", "account", "accountname", "company", "companyname", "charity", "charityname", "employer", "currentemployer", "memberorganisation") { IsNeeded = true },
        new(FileField.Number, "The group’s registered number", "registerednumber", "charitynumber", "charityno", "regno", "registeredcharitynumber", "orgid", "companynumber", "companyno", "externalidentifier"),
        new(FileField.Postcode, "The group’s postcode", "grouppostcode", "organisationpostcode", "accountpostcode", "billingpostcode", "billingzip", "billingpostalcode"),
        new(Name, "Name", "name", "fullname", "contactname", "contact", "displayname", "person", "personname", "maincontact", "primarycontact", "contactperson"),
        new(FirstName, "First name", "firstname", "forename", "givenname", "first"),
        new(LastName, "Last name", "lastname", "surname", "familyname", "last"),
        new(Role, "What they do in the group", "role", "jobtitle", "title", "position", "whattheydointhegroup", "relationship", "relationshiptype", "contactrole", "post"),
        new(Email, "Email address", "email", "emailaddress", "contactemail", "primaryemail", "email1", "workemail"),
        new(Telephone, "Telephone number", "telephone", "phone", "phonenumber", "telephonenumber", "mobile", "mobilephone", "mobilenumber", "tel", "contactnumber", "workphone", "landline") { MayRepeat = true },
        new(Reach, "How they are reached best", "howtheyarereachedbest", "reach", "besttimetocall", "preferredcontactmethod", "preferredmethodofcontact", "contactpreference", "availability"),
        new(Left, "When they left", "until", "leftat", "lefton", "enddate", "dateleft", "relationshipenddate", "leavingdate"),
    ];
}
