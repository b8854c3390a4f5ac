const DAY_MS = 86400000;

/** Times as people of a place write them. */
export function createTimes(locale) {
  const format = (options) => new Intl.DateTimeFormat(locale, options);
  const hours = format({ hour: '2-digit', minute: '2-digit' });
  const next = format({ weekday: 'long', hour: '2-digit', minute: '2-digit' });
  const weekday = format({ weekday: 'long' });
  const date = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lasting = (value, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const capital = (text) => text[0].toLocaleUpperCase(locale) + text.slice(1);

  return {
    clock: (time) => hours.format(new Date(time)),
    /** Monday 09:00: a time within a week. */
    nextTime: (time) => next.format(new Date(time)),
    /** 1 minute, 12 minutes, 2 hours. */
    duration(ms) {
      const minutes = Math.ceil(ms / 60000);
      return minutes < 90 ? lasting(minutes, 'minute') : lasting(Math.round(minutes / 60), 'hour');
    },
    date: (time) => date.format(new Date(time)),
    /** Today, Yesterday, Tuesday, 3 March 2026. */
    dayName(time, now = new Date()) {
      const then = new Date(time);
      const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / DAY_MS);
      if (days <= 1) return capital(relative.format(-Math.max(0, days), 'day'));
      return days < 7 ? capital(weekday.format(then)) : date.format(then);
    },
  };
}

/** 0:42, 12:07, 1:02:03 since a time. */
export function elapsed(time, now = Date.now()) {
  const seconds = Math.max(0, Math.floor((now - Date.parse(time)) / 1000));
  const two = (value) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(seconds % 60)}`;
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}
