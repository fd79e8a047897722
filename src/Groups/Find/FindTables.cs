using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Unmet;

namespace Trellis.Groups.Find;

internal static class FindTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<SearchMiss>().ToTable("groups_search_miss").HasKey(miss => new { miss.PlaceId, miss.Day, miss.Words });
        model.Entity<SearchWords>().ToTable("groups_search_words");
    }
}
