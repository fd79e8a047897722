using Trellis.Bench;

return args switch
{
    ["imports", .. var rest] => await Imports.Run(rest),
    ["import-one", var file, var format, var database] => await Imports.One(file, format, database),
    ["money", .. var rest] => await MoneyPages.Run(rest),
    ["country", .. var rest] => await Country.Run(rest),
    ["search", .. var rest] => await Search.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Say what to measure: imports [ROWS], money [ROWS], search [--data DIR] [--postgres CONNECTION] on the place made by country --data DIR --files DIR.");
    return 2;
}
