using System.Collections.Immutable;
using System.Text;

namespace ReportArchive.Places;

/// <summary>One field of a line, without its quotation marks.</summary>
/// <param name="Text">Its text, white space at both ends dropped.</param>
/// <param name="Column">Where it begins, in UTF-16 units counted from 1.</param>
internal readonly record struct CsvField(string Text, int Column);

/// <summary>One line of comma-separated values after RFC 4180, except that a quoted field ends with its line.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Fault">What is wrong with its quotation marks; null when nothing is.</param>
internal sealed record CsvLine(ImmutableArray<CsvField> Fields, (int Column, string Message)? Fault)
{
    internal static CsvLine Split(string line)
    {
        var fields = ImmutableArray.CreateBuilder<CsvField>();
        for (var position = 0; ;)
        {
            var start = position;
            string? fault = null;
            var text = line.AsSpan(position).StartsWith('"') ? TakeQuoted(line, ref position, out fault) : TakePlain(line, ref position);
            if (fault is not null)
                return new CsvLine([], (start + 1, fault));
            fields.Add(new CsvField(text.Trim(), start + 1));
            if (position == line.Length)
                return new CsvLine(fields.ToImmutable(), null);
            // Past the comma.
            position++;
        }
    }

    private static string TakePlain(string line, ref int position)
    {
        var start = position;
        var comma = line.IndexOf(',', start);
        position = comma < 0 ? line.Length : comma;
        return line[start..position];
    }

    private static string TakeQuoted(string line, ref int position, out string? fault)
    {
        var text = new StringBuilder();
        fault = null;
        for (position++; position < line.Length; position++)
        {
            if (line[position] != '"')
                text.Append(line[position]);
            else if (line.AsSpan(position + 1).StartsWith('"'))
                text.Append(line[++position]);
            else
                break;
        }
        if (position == line.Length)
            fault = "a quotation mark is opened here and not closed in the line";
        else if (++position < line.Length && line[position] != ',')
            fault = "a quoted field is followed by something else than a comma";
        return text.ToString();
    }
}
