namespace Trellis.Platform.Data;

/// <summary>What must always hold of Platform's own tables.</summary>
internal static class PlatformChecks
{
    public static readonly ICheck ImportsAddUp = new NoRows(
        "Every import accounts for all its rows",
        """
        SELECT 'The import of ' || file_name || ' read ' || rows_in || ' rows and accounts for ' || (new + updated + unchanged + waiting + refused) || '.'
        FROM platform_import WHERE rows_in <> new + updated + unchanged + waiting + refused
        """);

    public static readonly ICheck FactsAreTold = new NoRows(
        "Every fact reached those who listen",
        "SELECT 'A fact of the kind ' || type || ' could not be told: ' || coalesce(trouble, '') || '.' FROM platform_outbox WHERE delivered_at IS NULL AND attempts >= 10");
}
