using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Topics;

namespace Trellis.Support.Events;

internal static class EventTables
{
    public static IQueryable<Event> Events(this Db db, Guid placeId) => db.Set<Event>().Where(one => one.PlaceId == placeId);

    public static IQueryable<Booking> Bookings(this Db db, Guid placeId) => db.Set<Booking>().Where(one => one.PlaceId == placeId);

    /// <summary>The sessions in their order.</summary>
    public static Task<List<EventSession>> SessionsOf(this Db db, Guid eventId, CancellationToken stop) =>
        db.Set<EventSession>().AsNoTracking().Where(one => one.EventId == eventId).OrderBy(one => one.StartsAt).ToListAsync(stop);

    public static void Build(ModelBuilder model)
    {
        model.Entity<Event>(one =>
        {
            one.ToTable("support_event");
            one.HasIndex(e => new { e.PlaceId, e.Slug }).IsUnique();
            one.HasOne<Topic>().WithMany().HasForeignKey(e => e.TopicId);
            one.Property(e => e.Version).IsConcurrencyToken();
            one.Ignore(e => e.Asked);
        });
        model.Entity<EventSession>(session =>
        {
            session.ToTable("support_event_session");
            session.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId);
            session.Ignore(s => s.Minutes);
        });
        model.Entity<EventPrice>(price =>
        {
            price.ToTable("support_event_price").HasKey(p => new { p.EventId, p.SizeBand });
            price.HasOne<Event>().WithMany().HasForeignKey(p => p.EventId);
        });
        model.Entity<Seats>(seats =>
        {
            seats.ToTable("support_event_seats").HasKey(s => s.EventId);
            seats.HasOne<Event>().WithMany().HasForeignKey(s => s.EventId);
            seats.Ignore(s => s.Free);
        });
        BuildBookings(model);
    }

    private static void BuildBookings(ModelBuilder model)
    {
        model.Entity<Booking>(booking =>
        {
            booking.ToTable("support_booking");
            booking.HasOne<Event>().WithMany().HasForeignKey(b => b.EventId);
            booking.HasIndex(b => new { b.EventId, b.Number }).IsUnique();
            booking.HasIndex(b => b.Certificate).IsUnique();
            booking.Property(b => b.Version).IsConcurrencyToken();
            booking.Ignore(b => b.HasPlace);
        });
        model.Entity<Attendance>(attendance =>
        {
            attendance.ToTable("support_attendance");
            attendance.HasOne<Booking>().WithMany().HasForeignKey(a => a.BookingId);
            attendance.HasOne<EventSession>().WithMany().HasForeignKey(a => a.SessionId);
            attendance.HasIndex(a => new { a.BookingId, a.SessionId }).IsUnique();
            attendance.Property(a => a.Version).IsConcurrencyToken();
        });
    }
}
