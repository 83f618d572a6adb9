import { describe, expect, test } from 'vitest';
import { readHtmlTables } from '#data/import/read/html/html-rows.ts';

const rowsOf = (html: string): [number, readonly string[]][] => {
  const read = readHtmlTables(html);
  return read.ok ? read.value.map(({ number, cells }) => [number, cells]) : [];
};

describe('tables of a page', () => {
  const cases: readonly (readonly [string, string, [number, string[]][]])[] = [
    [
      'ends of cells and rows may be left out',
      '<table><tr><td>a<td>b<tr><td>c</table>',
      [
        [1, ['a', 'b']],
        [2, ['c']],
      ],
    ],
    [
      'capitals and attributes',
      '<TABLE><TR CLASS="x>y"><TD width=3>a</TD></TR></TABLE>',
      [[1, ['a']]],
    ],
    [
      'a cell over several rows is in each of them, and moves none',
      '<table><tr><td rowspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e<tr><td>f<td>g</table><table><tr><td>h</table>',
      [
        [1, ['a', 'b', 'c']],
        [2, ['a', 'd', 'c']],
        [3, ['e', '', 'c']],
        [4, ['f', 'g']],
        [5, ['h']],
      ],
    ],
    [
      'text of links, not their address',
      '<table><tr><td><a href="https://x/?code=FAKE">Redeem</a></td></tr></table>',
      [[1, ['Redeem']]],
    ],
    [
      'entities once',
      '<table><tr><td>&lt;b&gt; &amp;amp; l&auml;nk&nbsp;&#229;&#xE4;&unknown;&#0;</td></tr></table>',
      [[1, ['<b> &amp; länk åä&unknown;\ufffd']]],
    ],
    [
      'scripts, styles and comments say nothing',
      '<table><tr><td>a<script>document.write("<td>b")</script><style>td{}</style><!-- <td>c --></td></tr></table>',
      [[1, ['a']]],
    ],
    [
      'formulas are text',
      '<table><tr><td>=1+1</td><td>00123</td></tr></table>',
      [[1, ['=1+1', '00123']]],
    ],
    [
      'lines inside a cell are spaces',
      '<table><tr><td>a<br>b\n  c<p>d</p></td></tr></table>',
      [[1, ['a b c d']]],
    ],
    [
      'cells over columns keep the columns',
      '<table><tr><td colspan=3>a</td><td>b</td></tr></table>',
      [[1, ['a', '', '', 'b']]],
    ],
    ['blank rows count', '<table><tr><td></td></tr><tr><td>a</td></tr></table>', [[2, ['a']]]],
    ['text outside cells is left out', '<p>x<table>y<tr>z<td>a</td>w</tr></table>', [[1, ['a']]]],
    ['a lone < is text', '<table><tr><td>a < b</td></tr></table>', [[1, ['a b']]]],
    [
      'several tables follow each other',
      '<table><tr><td>a</table><table><tr><td>b</table>',
      [
        [1, ['a']],
        [2, ['b']],
      ],
    ],
    ['a tag without end takes the rest', '<table><tr><td>a</td><td title="', [[1, ['a']]]],
  ];
  test.each(cases)('A5: %s', (_, html, rows) => {
    expect(rowsOf(html)).toEqual(rows);
  });
});
