using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Privacy;

/// <summary>Everything the place keeps of people, from all parts.</summary>
public sealed class Register(IEnumerable<PersonalTable> personal, IEnumerable<PeoplelessTable> peopleless)
{
    public IReadOnlyList<PersonalTable> Personal { get; } = [.. personal.OrderBy(table => table.What, StringComparer.Ordinal)];

    public IReadOnlyList<PeoplelessTable> Peopleless { get; } = [.. peopleless.OrderBy(table => table.Table, StringComparer.Ordinal)];

    /// <summary>What is wrong with the register as against the tables there are, one sentence each.</summary>
    /// <param name="tables">Each table of the database with its columns.</param>
    public IEnumerable<string> Gaps(IReadOnlyDictionary<string, IReadOnlyList<string>> tables)
    {
        foreach (var (table, columns) in tables)
        {
            var entry = Personal.FirstOrDefault(one => one.Table == table);
            if (entry is null && Peopleless.All(one => one.Table != table))
            {
                yield return $"{table} is in no register: say what it keeps of people, or why it keeps nothing.";
            }

            foreach (var column in entry is null ? [] : columns.Except(entry.Fields.Keys).Except(entry.Others))
            {
                yield return $"{table}.{column} is in no register: say what it tells of a person, or put it among the others.";
            }
        }

        foreach (var gone in Personal.Select(one => one.Table).Concat(Peopleless.Select(one => one.Table)).Where(table => !tables.ContainsKey(table)))
        {
            yield return $"{gone} is in the register and not in the database.";
        }

        foreach (var entry in Personal.Where(one => tables.ContainsKey(one.Table)))
        {
            foreach (var column in entry.Fields.Keys.Concat(entry.Others).Except(tables[entry.Table]))
            {
                yield return $"{entry.Table}.{column} is in the register and not in the database.";
            }
        }
    }
}

public static class RegisterEntries
{
    /// <summary>Adds a part's tables to the register.</summary>
    public static void AddToRegister(this IServiceCollection services, IEnumerable<PersonalTable> personal, params IReadOnlyList<PeoplelessTable> peopleless)
    {
        foreach (var table in personal)
        {
            services.AddSingleton(table);
        }

        foreach (var table in peopleless)
        {
            services.AddSingleton(table);
        }
    }
}
