using System.Collections.Frozen;

namespace Trellis.Groups.Contract;

/// <summary>The tags of the UK's charity activity tags (UK-CAT) in plain words of our own: those that people look for by themselves, the others by what their letters stand for.</summary>
public static class CauseTags
{
    private static readonly FrozenDictionary<string, string> Titles = """
        AF Forces and veterans
        AN Animals
        AR Arts and culture
        AR301 Choirs and singing
        AR302 Dancing
        AR303 Music
        AS Clubs and associations
        AS300 Groups for young people
        BE Particular groups of people
        BE101 Refugees and people seeking asylum
        BE102 Children
        BE103 Families
        BE104 Girls
        BE105 LGBTQ+ people
        BE106 Men
        BE107 Migrants
        BE108 Older people
        BE109 Parents
        BE110 People with learning disabilities
        BE111 Minority ethnic communities
        BE112 Widows, widowers and orphans
        BE113 Women
        BE114 Small children
        BE115 Young people
        BE200 Disabled people
        BE201 Disabled people
        CA Advice, grants and campaigns
        CA101 Advice
        CC Childcare
        CJ Crime and justice
        CV Support for charities and volunteers
        CV104 Volunteering
        EC Community and jobs
        ED Education and training
        EN Nature and climate
        FA Halls, parks and places to meet
        HE Health
        HE201 Addiction
        HE205 Dementia
        HE210 Mental health
        HO Housing and homelessness
        HR History and heritage
        LE Sport, hobbies and leisure
        LE102 Gardening
        PR People of one profession
        RL Faith and religion
        RS Research
        SC Care and carers
        SC102 Support for carers
        SL Rescue and emergencies
        SO Rights and citizenship
        SW Help in hardship
        SW102 Bereavement
        SW104 Community transport
        SW106 Loneliness
        SW202 Help against abuse at home
        SW300 Food
        SW301 Food banks
        """.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' ', 2)).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>In words; a code that we do not know is shown as it is.</summary>
    public static string Of(string code) => Titles.GetValueOrDefault(code) ?? (code.Length > 1 && Titles.TryGetValue(code[..2], out var title) ? title : code);

    /// <summary>Each in words, once.</summary>
    public static IEnumerable<string> All(IEnumerable<string> codes) => codes.Select(Of).Distinct(StringComparer.OrdinalIgnoreCase);
}
