using Trellis.Bench;

return args switch
{
    ["imports", .. var rest] => await Imports.Run(rest),
    ["import-one", var file, var format, var database] => await Imports.One(file, format, database),
    ["money", .. var rest] => await MoneyPages.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Say what to measure: imports [ROWS], money [ROWS].");
    return 2;
}
