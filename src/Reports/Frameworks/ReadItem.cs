using Trellis.Platform;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Frameworks;

/// <summary>Reads what staff say of one figure; what will not do is told in a sentence each.</summary>
internal static class ReadItem
{
    private const int Longest = 300;

    public static Result<ShippedItem> Handle(ItemForm form)
    {
        var problems = new List<Problem>();
        var (isTyped, indicator) = (string.IsNullOrEmpty(form.Indicator), IndicatorLibrary.Shipped.Find(form.Indicator));
        var wording = string.Join(' ', (form.Wording ?? indicator?.Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        wording = wording.Length == 0 ? indicator?.Name ?? "" : wording;
        Ask(isTyped || indicator is not null, "Indicator", $"There is no indicator “{form.Indicator}”. Choose one of the list, or none for a figure that is typed in.");
        Ask(wording.Length is > 0 and <= Longest, "Wording", $"Enter what the funder calls it, in at most {Longest} letters.");
        Ask(!isTyped || (!string.IsNullOrWhiteSpace(form.Definition) && !KeepFramework.IsLong(form.Definition)), "Definition", "Say what the figure means, in a sentence: it cannot be looked up elsewhere.");
        var unit = indicator?.Unit ?? form.Unit;
        var (target, baseline) = (Figure(form.Target, "Target"), Figure(form.Baseline, "Baseline"));
        var by = form.By.Where(one => one.Length > 0).Distinct().ToList();
        Ask(by.TrueForAll(one => indicator?.Breakdowns.Contains(one) == true), "By", isTyped ? "A figure that is typed in cannot be told apart." : "This indicator cannot be told apart by that. Its definition says by what it can.");
        Ask(Enum.IsDefined(form.Unit) && Enum.IsDefined(form.Aim), "Unit", "Choose one of the list.");
        return problems.Count > 0 ? problems.ToArray()
            : new ShippedItem { Indicator = indicator?.Id, Wording = wording, Definition = isTyped ? form.Definition!.Trim() : null, Unit = unit, Target = target, Aim = form.Aim, Baseline = baseline, Breakdowns = by };

        long? Figure(string? typed, string field)
        {
            var value = FigureText.Read(unit, typed);
            Ask(value is not null || string.IsNullOrWhiteSpace(typed), field, $"Enter {FigureText.Title(unit)}, such as 12, or leave it empty.");
            return value;
        }

        void Ask(bool good, string field, string message)
        {
            if (!good)
            {
                problems.Add(new(field, message));
            }
        }
    }
}
