/** Tables as CSV (RFC 4180): written for people and spreadsheets, read as leniently as these write it. */

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\u0000-\u001f\u007f]/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;
const SEPARATORS = [',', ';', '\t'];
/** Says to spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * @param {string[]} header
 * @param {unknown[][]} rows texts, numbers (amounts in minor units, with the currency in a column of its own), times as Date
 * @returns {string} with CRLF after every line
 */
export function write(header, rows) {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** @returns {string} one value as it stands between commas; a text that would be a formula gets a ' before it */
export function cell(value) {
  const text = value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns {string} the text that {@link cell} was given */
export function unguarded(text) {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * @param {string} text with commas, semicolons or tabs between the cells, whichever its first line has most of
 * @returns {{line: number, cells: string[]}[]} the rows that are not empty, each with the line that it begins in
 */
export function parse(text) {
  const given = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const separator = separatorOf(given);
  const rows = [];
  let cells = [];
  let value = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endRow = () => {
    cells.push(value);
    if (cells.some((one) => one.trim())) {
      rows.push({ line: begun, cells });
    }
    cells = [];
    value = '';
  };
  for (let at = 0; at < given.length; at += 1) {
    const sign = given[at];
    if (sign === '\n') {
      line += 1;
    }
    if (quoted) {
      if (sign === '"' && given[at + 1] === '"') {
        value += '"';
        at += 1;
      } else if (sign === '"') {
        quoted = false;
      } else {
        value += sign;
      }
    } else if (sign === '"' && value === '') {
      quoted = true;
    } else if (sign === separator) {
      cells.push(value);
      value = '';
    } else if (sign === '\n' || sign === '\r' && given[at + 1] !== '\n') {
      endRow();
      begun = line;
    } else if (sign !== '\r') {
      value += sign;
    }
  }
  endRow();
  return rows;
}

/** @returns {Blob} a file of that text which spreadsheets read as UTF-8 */
export function file(text) {
  return new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' });
}

function separatorOf(text) {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)[0].replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((sign) => first.split(sign).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}
