using System.Text;
using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

/// <summary>The words for kinds of services and buildings: FoodBank in a mapping is "Food bank" on the page.</summary>
internal static class ThingKinds
{
    public static string Words(string kind)
    {
        if (kind == "ChildrensCentre")
        {
            return "Children's centre";
        }

        var words = new StringBuilder();
        foreach (var sign in kind.Trim())
        {
            if (char.IsUpper(sign) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ').Append(char.ToLowerInvariant(sign));
            }
            else
            {
                words.Append(sign);
            }
        }

        return words.ToString();
    }

    /// <summary>Kinds as answers to the question what a list holds.</summary>
    public static IReadOnlyList<ImportOption.Answer> Answers(params IEnumerable<string> kinds) => [.. kinds.Select(kind => new ImportOption.Answer(kind, Words(kind)))];

    /// <summary>"Altrincham" in a list of community hubs is the Altrincham community hub; a name that says what it is stays.</summary>
    public static string NameWith(string name, string kind)
    {
        var telling = kind.Split(' ')[^1].TrimEnd('s');
        return name.Contains(telling, StringComparison.OrdinalIgnoreCase) ? name : $"{name} {kind.ToLowerInvariant()}{(kind == "Allotment" ? "s" : "")}";
    }
}
