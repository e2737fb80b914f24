using System.Collections.Immutable;
using ReportArchive.Places;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReportArchive.Cli.Prompts;

/// <summary>Asks for a place and shows, as one types, what it may become: up and down choose, Tab completes, Enter takes.</summary>
/// <param name="table">The places.</param>
/// <param name="suggestions">What may be meant.</param>
internal sealed class PlacePrompt(PlaceTable table, PlaceSuggestions suggestions)
{
    private const int Shown = 8;

    private string _typed = "";
    private int _chosen;
    private ImmutableArray<Place> _offered = [];

    /// <summary>The place taken; nothing when Escape was pressed.</summary>
    /// <param name="console">Where to ask.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="typed">What was typed before, on the command line.</param>
    public Place? Ask(IAnsiConsole console, string question, string typed)
    {
        Type(typed);
        Place? place = null;
        console.Live(Draw(question)).AutoClear(true).Start(live =>
        {
            for (var done = false; !done;)
            {
                done = Press(console.Input.ReadKey(intercept: true) ?? default, ref place);
                live.UpdateTarget(Draw(question));
            }
        });
        if (place is not null)
            console.MarkupLineInterpolated($"{question}: [blue]{table.FullName(place.Code)}[/] {place.Code}");
        return place;
    }

    /// <summary>What a key does; whether the question is answered.</summary>
    private bool Press(ConsoleKeyInfo key, ref Place? place)
    {
        switch (key.Key)
        {
            case ConsoleKey.Escape:
                return true;
            case ConsoleKey.Enter when !_offered.IsEmpty:
                place = _offered[_chosen];
                return true;
            case ConsoleKey.Tab when !_offered.IsEmpty:
                Type(table.FullName(_offered[_chosen].Code));
                break;
            case ConsoleKey.UpArrow when !_offered.IsEmpty:
                _chosen = (_chosen + _offered.Length - 1) % _offered.Length;
                break;
            case ConsoleKey.DownArrow when !_offered.IsEmpty:
                _chosen = (_chosen + 1) % _offered.Length;
                break;
            case ConsoleKey.Backspace when _typed.Length > 0:
                Type(_typed[..^1]);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    Type(_typed + key.KeyChar);
                break;
        }
        return false;
    }

    private void Type(string text)
    {
        _typed = text;
        _chosen = 0;
        _offered = suggestions.For(text, Shown);
        // Nothing has these characters: what is nearest may have been meant.
        if (_offered.IsEmpty && table.Resolve(text) is PlaceResolution.Unknown unknown)
            _offered = unknown.Nearest;
    }

    private Rows Draw(string question)
    {
        var rows = new List<IRenderable> { Markup.FromInterpolated($"{question}: [blue]{_typed}[/][invert] [/]") };
        rows.AddRange(_offered.Select((place, i) => i == _chosen
            ? Markup.FromInterpolated($"[blue]› {table.FullName(place.Code)}[/] {place.Code}")
            : Markup.FromInterpolated($"  {table.FullName(place.Code)} [dim]{place.Code}[/]")));
        rows.Add(_offered.IsEmpty
            ? Markup.FromInterpolated($"[yellow]没有这样的地方，请改写 / no such place[/]")
            : Markup.FromInterpolated($"[dim]↑↓ 选择 · Tab 补全 · Enter 确定 · Esc 放弃[/]"));
        return new Rows(rows);
    }
}
