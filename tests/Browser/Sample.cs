namespace Trellis.Browser;

/// <summary>One of the demo's made-up people, as whom a browser signs in.</summary>
internal sealed record Sample(string Role, string? Name)
{
    public static readonly Sample
        Visitor = new("visitor", null), Resident = new("resident", "Tom Barlow"), Lead = new("lead", "Bea Larkin"), Viewer = new("viewer", "Priya Shah"),
        Worker = new("support worker", "Siân Hughes"), Manager = new("manager", "David Okafor"), Administrator = new("administrator", "Amina Yusuf"), Confidant = new("confidant", "Grace Adeyemi");

    public static IReadOnlyList<Sample> All => [Visitor, Resident, Lead, Viewer, Worker, Manager, Administrator, Confidant];

    public async Task SignIn(IPage page)
    {
        if (Name is not null)
        {
            await page.GotoAsync("/demo/people");
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue as " + Name }).ClickAsync();
            await page.WaitForURLAsync("**/me");
        }
    }
}
