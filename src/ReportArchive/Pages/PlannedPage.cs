namespace ReportArchive.Pages;

/// <summary>A page before it is made. Its address is known by then, so that what needs addresses only need not make pages.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Make">Makes it; several threads can share this work, a page each.</param>
public readonly record struct PlannedPage(SiteUrl Url, Func<Page> Make);
