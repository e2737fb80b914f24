namespace ReportArchive.Citations;

/// <summary>Who delivered a report, where: the sentence that citation files keep as a note.</summary>
public static class DeliveryNote
{
    /// <summary><c>李晓红（区长）在淄博市周村区第十九届人民代表大会第二次会议上所作报告</c>; empty when neither is stated.</summary>
    public static string Of(Citation citation)
    {
        var speaker = citation.Speaker is null ? "" : citation.Office is null ? citation.Speaker : $"{citation.Speaker}（{citation.Office}）";
        var meeting = citation.Meeting is null ? "" : $"在{citation.Meeting}上";
        return speaker.Length + meeting.Length == 0 ? "" : $"{speaker}{meeting}所作报告";
    }
}
