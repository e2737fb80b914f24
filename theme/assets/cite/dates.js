// Days as the styles write them; src/ReportArchive/Citations/EnglishDate.cs writes the same ones.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const mla = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/** The reader's own day in each form a reference needs. */
export function accessed(day = new Date()) {
  const [y, m, d] = [day.getFullYear(), day.getMonth(), day.getDate()];
  const two = (n) => String(n).padStart(2, '0');
  return { iso: `${y}-${two(m + 1)}-${two(d)}`, long: `${months[m]} ${d}, ${y}`, mla: `${d} ${mla[m]} ${y}` };
}
