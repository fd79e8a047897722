using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>What is missing before a return can be sent with a good conscience, each in a sentence.</summary>
internal sealed class CheckReturn(RecordKinds kinds, Platform.Texts.Texts t)
{
    public IReadOnlyList<string> Handle(ReturnBody body, bool paysIsKnown)
    {
        var found = new List<string>();
        foreach (var figure in body.Figures)
        {
            if (figure.IsTypedIn)
            {
                if (figure.Value is null)
                {
                    found.Add(t["{0}: no figure has been typed in.", figure.Wording]);
                }

                continue;
            }

            var indicator = IndicatorLibrary.Shipped.Find(figure.Indicator)!;
            if (kinds.Find(indicator.Records) is null)
            {
                found.Add(t["{0}: there are no such records here yet. Take it out of the framework, or ask for it as a figure that is typed in.", figure.Wording]);
            }

            if (indicator.Rule == CountingRule.PerPound && !paysIsKnown)
            {
                found.Add(t["{0}: the framework does not say what the funder pays for one period.", figure.Wording]);
            }

            found.AddRange(figure.Parts.Where(part => part.Name == Dimensions.NotKnown && part.Records.Count > 0).Select(part => Dimensions.OfGroups.Contains(part.By)
                ? t["{0}: {1:N0} groups of which this is not known: {2}.", figure.Wording, part.Groups, t[Dimensions.Title(part.By)].ToString()!.ToLowerInvariant()]
                : t["{0}: {1:N0} records that do not say this: {2}.", figure.Wording, part.Records.Count, t[Dimensions.Title(part.By)].ToString()!.ToLowerInvariant()]));
        }

        foreach (var kind in body.Records.GroupBy(record => record.Kind).Where(kind => kinds.Find(kind.Key)?.Numbers.ContainsKey("minutes") == true))
        {
            if (kind.Count(record => !record.Numbers.ContainsKey("minutes")) is > 0 and var without)
            {
                found.Add(t["{0:N0} entries without minutes: they count as contacts and add no hours.", without]);
            }
        }

        if (string.IsNullOrWhiteSpace(body.Narrative))
        {
            found.Add(t["Nothing is written in words yet."]);
        }

        return found;
    }
}
