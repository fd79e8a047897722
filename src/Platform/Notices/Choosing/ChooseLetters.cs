using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Chooses which letters one gets, and how often.</summary>
internal sealed class ChooseLetters(Db db, News news)
{
    /// <param name="News">yes or no.</param>
    /// <param name="Often">A name of <see cref="Digest"/>.</param>
    public sealed record Form(string? News, string? Often);

    public async Task<Result<Form>> Handle(Actor who, Form form, CancellationToken stop)
    {
        if (form.News is not ("yes" or "no"))
        {
            return new Problem("News", "Say whether you want news by email: yes or no.");
        }

        if (!Enum.GetNames<Digest>().Contains(form.Often))
        {
            return new Problem("Often", "Choose how often you want letters that can wait.");
        }

        if (form.News == "yes" && !await news.CanSend(stop))
        {
            return News.ListLost;
        }

        if (form.News == "yes")
        {
            await news.GiveConsent(who.PersonId, who.Email, stop);
        }
        else
        {
            await news.Withdraw(who.PersonId, stop);
        }

        var digest = Enum.Parse<Digest>(form.Often!);
        if (await db.Set<LetterChoice>().FirstOrDefaultAsync(choice => choice.PersonId == who.PersonId, stop) is { } choice)
        {
            choice.Digest = digest;
        }
        else
        {
            db.Add(new LetterChoice { PersonId = who.PersonId, Digest = digest });
        }

        await db.SaveChangesAsync(stop);
        return form;
    }

    /// <summary>What they chose so far; no news and letters as they come for whoever has not chosen.</summary>
    public async Task<Form> Chosen(Actor who, CancellationToken stop)
    {
        var digest = await db.Set<LetterChoice>().AsNoTracking().FirstOrDefaultAsync(choice => choice.PersonId == who.PersonId, stop);
        return new(await news.CanSend(stop) && await news.MaySend(who.PersonId, who.Email, stop) ? "yes" : "no", (digest?.Digest ?? Digest.AsItComes).ToString());
    }
}
