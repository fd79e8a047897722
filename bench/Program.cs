using Trellis.Bench;

return args switch
{
    ["imports", .. var rest] => await Imports.Run(rest),
    ["money", .. var rest] => await MoneyPages.Run(rest),
    ["country", .. var rest] => await Country.Run(rest),
    ["demo", .. var rest] => await Demo.Run(rest),
    ["search", .. var rest] => await Search.Run(rest),
    ["groups", .. var rest] => await GroupPages.Run(rest),
    ["signin", .. var rest] => await SigningIn.Run(rest),
    ["all", .. var rest] => await All.Run(rest),
    ["support", .. var rest] => await SupportLog.Run(rest),
    ["returns", .. var rest] => Returns.Run(rest),
    ["start", .. var rest] => await Start.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Say what to measure:
          all --data DIR --files DIR [--postgres CONNECTION]   everything, and one table of what is promised
          imports [ROWS]
          country --data DIR --files DIR, demo --data DIR      make the places that the others visit
          signin                                               what signing in, being signed in and the history cost
          support                                              what an entry of the support log costs, beside 20,000 others
          returns                                              three returns to funders, over 20,000 entries of support
          search --data DIR [--postgres CONNECTION], groups --data DIR, money [ROWS | --data DIR]
          start --data DIR                                     the real program on any place: how soon it is there, what memory it takes
        """);
    return 2;
}
