using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ReportArchive.Tests.Cli;

/// <summary>A terminal whose keys were pressed beforehand and whose screen is a text.</summary>
internal sealed class ScriptedConsole : IAnsiConsole, IAnsiConsoleInput
{
    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private readonly StringBuilder _screen = new();
    private readonly IAnsiConsole _console;

    public ScriptedConsole()
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(new StringWriter(_screen)),
        });
        _console.Profile.Width = 100;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>Everything written so far, the sequences that move the cursor included.</summary>
    public string Screen => _screen.ToString();

    public Profile Profile => _console.Profile;

    public IAnsiConsoleCursor Cursor => _console.Cursor;

    public IAnsiConsoleInput Input => this;

    public IExclusivityMode ExclusivityMode => _console.ExclusivityMode;

    public RenderPipeline Pipeline => _console.Pipeline;

    public ScriptedConsole Type(string text)
    {
        foreach (var c in text)
            _keys.Enqueue(new ConsoleKeyInfo(c, ConsoleKey.None, shift: false, alt: false, control: false));
        return this;
    }

    public ScriptedConsole Press(params ReadOnlySpan<ConsoleKey> keys)
    {
        foreach (var key in keys)
            _keys.Enqueue(new ConsoleKeyInfo(key == ConsoleKey.Enter ? '\r' : '\0', key, shift: false, alt: false, control: false));
        return this;
    }

    public void Clear(bool home) => _console.Clear(home);

    public void Write(IRenderable renderable) => _console.Write(renderable);

    public bool IsKeyAvailable() => _keys.Count > 0;

    public ConsoleKeyInfo? ReadKey(bool intercept) => _keys.Dequeue();

    public Task<ConsoleKeyInfo?> ReadKeyAsync(bool intercept, CancellationToken cancellationToken) => Task.FromResult(ReadKey(intercept));
}
