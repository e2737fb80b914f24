using Microsoft.AspNetCore.Components;

namespace ReportArchive.Theme;

/// <summary>What every template has at hand: the page it is part of.</summary>
public abstract class ThemeComponent : ComponentBase
{
    /// <summary>The page being written.</summary>
    [CascadingParameter]
    public PageContext Here { get; set; } = null!;
}
