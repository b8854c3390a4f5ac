const DAY_MS = 86400000;
const format = (options) => new Intl.DateTimeFormat('en-GB', options);
const hours = format({ hour: '2-digit', minute: '2-digit' });
const weekday = format({ weekday: 'long' });
const date = format({ day: 'numeric', month: 'long', year: 'numeric' });

export const clock = (time) => hours.format(new Date(time));

/** Today, Yesterday, Tuesday, 3 March 2026. */
export function dayName(time, texts, now = new Date()) {
  const then = new Date(time);
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / DAY_MS);
  if (days <= 0) return texts.today;
  if (days === 1) return texts.yesterday;
  return days < 7 ? weekday.format(then) : date.format(then);
}

/** 0:42, 12:07, 1:02:03 since a time. */
export function elapsed(time, now = Date.now()) {
  const seconds = Math.max(0, Math.floor((now - Date.parse(time)) / 1000));
  const two = (value) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(seconds % 60)}`;
  return minutes < 60 ? `${minutes}:${tail}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}
