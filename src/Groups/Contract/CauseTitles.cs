using System.Collections.Frozen;

namespace Trellis.Groups.Contract;

/// <summary>
/// The classes of the international classification of non-profit and third-sector organisations (ICNPTSO, United Nations 2018) in plain words of our own.
/// </summary>
public static class CauseTitles
{
    private static readonly FrozenDictionary<string, string> Titles = """
        A Culture, sport and leisure
        A10 Arts and culture
        A11 Music, theatre and visual arts
        A12 Museums, history and zoos
        A19 Other arts and culture
        A20 Sport and recreation
        A21 Sport
        A22 Recreation and playing fields
        A29 Other sport and recreation
        A30 Libraries, media and information
        A90 Other culture and leisure
        B Education
        B10 Schools
        B11 Nurseries and playgroups
        B12 Primary schools
        B13 Secondary schools
        B19 Other schools
        B20 Higher education
        B21 Colleges and universities
        B29 Other higher education
        B30 Other education
        B31 Training and adult learning
        B32 Support for schools and learners
        B90 Education of other kinds
        C Health
        C10 Health services
        C11 Community health care
        C12 Specialist clinics
        C13 First aid and ambulances
        C14 Medical laboratories
        C19 Other health services
        C20 Hospitals
        C21 General hospitals
        C22 Specialist hospitals
        C29 Other hospitals
        C30 Nursing and residential care
        C31 Nursing homes
        C32 Residential care for older people
        C39 Other residential care and hospices
        C40 Public health
        D Social care and support
        D10 Support for people and families
        D11 Children and young people
        D12 Older people
        D13 Disabled people
        D14 Families
        D19 Other support for people
        D20 Child care
        D30 Help in need
        D31 Food banks and community food
        D32 Shelter and homelessness
        D33 Emergency relief and hardship
        D34 Refugees and people seeking asylum
        D39 Other help in need
        D40 Getting into work
        D41 Job advice and training
        D42 Supported workshops
        D49 Other help into work
        D90 Other social care
        E Environment and animals
        E10 Nature and environment
        E11 Land, water and nature
        E12 Pollution and recycling
        E13 Eco-tourism
        E14 Farming and forestry for nature
        E19 Other nature and environment
        E20 Animals
        E21 Animal rescue and sanctuaries
        E22 Veterinary care
        E29 Other animal welfare
        E90 Other environment and animals
        F Community and housing
        F10 Building homes and places
        F11 Building homes
        F12 Building community places
        F19 Other building
        F20 Community development and halls
        F30 Housing
        F40 Energy, water and waste
        F50 Self-government of peoples
        F90 Other community and housing
        G Rights, clubs and campaigns
        G10 Advocacy and social clubs
        G11 Rights and advocacy
        G12 Campaigns for environment and animals
        G13 Social clubs and societies
        G14 Scouts, guides and youth clubs
        G15 Clubs for older people
        G16 Clubs for disabled people
        G19 Other advocacy and clubs
        G20 Politics
        G21 Political parties
        G22 Political action
        G29 Other politics
        G30 International aid and friendship
        G90 Other rights and clubs
        H Funding and volunteering
        H10 Grant makers
        H90 Fundraising and volunteering support
        I Religion
        I10 Churches, mosques and other congregations
        I90 Other religious groups
        J Work and business associations
        J10 Business associations
        J20 Professional associations
        J30 Trade unions
        J90 Other associations of work
        K Research and professional services
        K10 Science and research
        K20 Professional services
        K21 Legal advice and mediation
        K22 Public relations
        K23 Accounting and consulting
        K29 Other professional services
        K30 Management and office services
        K90 Other services
        L Other activities
        L10 Agriculture and fishing
        L20 Making things
        L30 Hospitality
        L40 Shops and trade
        L50 Community transport
        L60 Money, saving and pensions
        L70 Property and almshouses
        L80 Activities of households
        L81 Goods made in households
        L82 Services in households
        L90 Activities not classified
        """.Split('\n').Select(line => line.Split(' ', 2)).ToFrozenDictionary(line => line[0], line => line[1], StringComparer.Ordinal);

    /// <summary>In plain words; the code itself where we do not know it.</summary>
    public static string Of(string code) => Titles.GetValueOrDefault(code, code);

    /// <summary>The title of the large group that the class belongs to, as in Education for B32.</summary>
    public static string LargeGroup(string code) => code.Length == 0 ? code : Titles.GetValueOrDefault(code[..1], code);

    /// <summary>All codes in their order, each with its words.</summary>
    public static IEnumerable<(string Code, string Title)> All => Titles.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    public static bool IsCode(string code) => Titles.ContainsKey(code);
}
