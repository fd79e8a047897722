using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Platform.Documents;

/// <summary>Whether a file is plain text or a table as text, and holds no code that a program would run.</summary>
internal static partial class LookIntoText
{
    private const int LinesLookedAt = 20;

    /// <summary>What no text for people has, in any order of letters: the beginnings of web pages, drawings and scripts.</summary>
    private static readonly string[] Code = ["<script", "<html", "<!doctype", "<svg", "<iframe", "<body", "<object", "<embed", "<?xml", "<?php", "<%@", "<xsl:", "javascript:", "<math", "<img ", "onerror="];

    private static readonly (string Begins, string Why)[] Beginnings =
    [
        ("<", FileRefusals.WebPage),
        ("#!", FileRefusals.Programme),
        ("@echo", FileRefusals.Programme),
        ("%!PS", FileRefusals.NotKnown),
        ("%PDF", FileRefusals.Damaged),
        ("{\\rtf", FileRefusals.RichText),
        ("MIME-Version:", FileRefusals.WebPage),
        ("[InternetShortcut]", FileRefusals.Programme),
        ("Windows Registry Editor", FileRefusals.Programme),
        ("WEB", FileRefusals.NotKnown),
    ];

    /// <summary>Null where it is no text at all.</summary>
    public static Result<DocumentKind>? Of(byte[] file)
    {
        if (Read(file) is not { } text)
        {
            return null;
        }

        var solid = text.AsSpan().TrimStart("\uFEFF \t\r\n\f");
        if (solid.IsEmpty)
        {
            return FileRefusals.As(FileRefusals.Empty);
        }

        foreach (var (begins, why) in Beginnings)
        {
            if (solid.StartsWith(begins, StringComparison.OrdinalIgnoreCase) && (begins != "WEB" || IsExcelQuery(solid)))
            {
                return FileRefusals.As(why);
            }
        }

        return HasCode(text) ? FileRefusals.As(FileRefusals.WebPage)
            : !IsTable(text) ? DocumentKind.Text
            : HasFormula(text) ? FileRefusals.As(FileRefusals.Formula) : DocumentKind.Csv;
    }

    public static bool HasCode(string text) => Code.Any(code => text.Contains(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Strictly: not one sign that stands in no text. UTF-8, UTF-16 with its mark, or else the letters of Windows, if not too many.</summary>
    private static string? Read(byte[] file)
    {
        string text;
        try
        {
            text = file switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(file),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(file),
                _ => new UTF8Encoding(false, true).GetString(file),
            };
        }
        catch (DecoderFallbackException)
        {
            if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || file.Count(one => one >= 0x80) > file.Length / 3)
            {
                return null;
            }

            text = Encoding.Latin1.GetString(file);
        }

        return text.AsSpan().ContainsAny(NotInText) ? null : text;
    }

    private static readonly System.Buffers.SearchValues<char> NotInText =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r', '\f']), '\u007F', '\uFFFE', '\uFFFF']);

    /// <summary>A .iqy file: it makes Excel fetch a table from an address.</summary>
    private static bool IsExcelQuery(ReadOnlySpan<char> text) => text.Length > 3 && text[3] is '\r' or '\n';

    /// <summary>Two lines or more, and in each of the first ones as many separators as in the first line.</summary>
    private static bool IsTable(string text)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).Take(LinesLookedAt).ToList();
        foreach (var one in lines.Count < 2 ? "" : Separators)
        {
            if (Count(lines[0], one) is > 0 and var number && lines.Count(line => Count(line, one) == number) * 10 >= lines.Count * 8)
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(string line, char separator)
    {
        var (number, isQuoted) = (0, false);
        foreach (var sign in line)
        {
            isQuoted ^= sign == '"';
            number += sign == separator && !isQuoted ? 1 : 0;
        }

        return number;
    }

    /// <summary>A cell that begins with = or @, or with + or - and is then no number. Which separator counts is for each spreadsheet to say, so all do.</summary>
    private static bool HasFormula(string text)
    {
        var (begins, isQuoted) = (true, false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (begins && (sign is '=' or '@' || (sign is '+' or '-' && !IsNumber(text.AsSpan(at + 1), isQuoted))))
            {
                return true;
            }

            var isEnd = Separators.Contains(sign, StringComparison.Ordinal) || sign is '\n' or '\r';
            isQuoted = begins && !isEnd && (isQuoted || sign == '"');
            begins = isEnd || (begins && sign is ' ' or '"' or '\uFEFF');
        }

        return false;
    }

    /// <summary>Whether nothing stands to the cell's end but what numbers have, those of telephones too. Without a letter, | or ! nothing can be called.</summary>
    private static bool IsNumber(ReadOnlySpan<char> rest, bool isQuoted)
    {
        var end = isQuoted ? rest.IndexOf('"') : rest.IndexOfAny(CellEnds);
        var cell = (end < 0 ? rest : rest[..end]).TrimEnd(" \t\r\n\"");
        return Exponent().Replace(cell.ToString(), "").AsSpan().IndexOfAnyExcept(OfNumbers) < 0;
    }

    private const string Separators = ",;\t";
    private static readonly System.Buffers.SearchValues<char> CellEnds = System.Buffers.SearchValues.Create(Separators + "\r\n");
    private static readonly System.Buffers.SearchValues<char> OfNumbers = System.Buffers.SearchValues.Create("0123456789 .,:()/%£€$-\u2013\u00A0");

    [GeneratedRegex(@"(?<=\d)[eE][+-]?\d+$")]
    private static partial Regex Exponent();
}
