namespace Trellis.Support.Events;

/// <summary>How many places an event has, how many are taken or held for somebody, and how many people wait. Changed by one at a time; the database takes no more than there are.</summary>
internal sealed class Seats
{
    public required Guid EventId { get; init; }

    public required int Places { get; set; }

    /// <summary>Booked, or offered to somebody who has not answered yet.</summary>
    public int Taken { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>The number of the latest arrival.</summary>
    public int LastNumber { get; private set; }

    public int Free => Places - Taken;

    /// <summary>Somebody comes: to a place where one is free and nobody waits for it, else to the end of the list.</summary>
    public (int Number, bool HasPlace) Arrive()
    {
        LastNumber++;
        if (Free > 0 && Waiting == 0)
        {
            Taken++;
            return (LastNumber, true);
        }

        Waiting++;
        return (LastNumber, false);
    }

    /// <summary>Somebody leaves the place or the list.</summary>
    public void Leave(bool hadPlace)
    {
        if (hadPlace)
        {
            Taken--;
        }
        else
        {
            Waiting--;
        }
    }

    /// <summary>Holds a free place for the first who waits; false where there is none to hold or nobody to hold it for.</summary>
    public bool Hold()
    {
        if (Free <= 0 || Waiting == 0)
        {
            return false;
        }

        Taken++;
        Waiting--;
        return true;
    }
}
