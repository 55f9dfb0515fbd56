// The style of the page, and its script, which sorts and filters the table of sources.
#pragma once

#include <whence/whence.hpp>

namespace atlas::html {

using namespace whence;

inline constexpr Text page_style = R"css(
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
[id]{scroll-margin-top:1rem}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.2;text-wrap:balance;font-weight:650;letter-spacing:-.012em}
h1{font-size:clamp(1.9rem,4.5vw,2.7rem);margin:0 0 .6rem}
h2{font-size:1.6rem;margin:4rem 0 1rem;padding-top:1.2rem;border-top:2px solid var(--ink)}
h3{font-size:1.25rem;margin:3.5rem 0 .3rem}
h3 .number{color:var(--soft);font-variant-numeric:tabular-nums;font-weight:400;margin-right:.5em}
p{max-width:68ch;margin:.5rem 0}
.lead{font-size:1.15rem;color:var(--soft)}
.soft,.cite{color:var(--soft)}
.cite{font-size:.84rem;display:block;overflow-wrap:anywhere}
.skip{position:absolute;left:-100vw;top:.5rem;background:var(--box);padding:.5rem 1rem;z-index:3}
.skip:focus{left:.5rem}
.frame{display:grid;grid-template-columns:15.5rem minmax(0,1fr);gap:2.5rem;max-width:82rem;margin:0 auto;padding:0 1.5rem}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:2.5rem .5rem 2rem 0;font-size:.86rem;line-height:1.4}
nav ol{list-style:none;margin:0;padding:0}
nav li{margin:.32rem 0}
nav ol ol{margin:.2rem 0 .9rem .1rem;border-left:1px solid var(--line);padding-left:.8rem}
nav a{color:var(--ink);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
nav .number{color:var(--soft);font-variant-numeric:tabular-nums;margin-right:.45em}
main{min-width:0;padding:3rem 0 5rem}
figure{margin:1.2rem 0 1.6rem}
figcaption{color:var(--soft);font-size:.9rem;margin-bottom:.5rem;max-width:68ch}
svg.narrow{display:none}
dl.fields{display:grid;grid-template-columns:10.5rem minmax(0,1fr);margin:1rem 0;border-top:1px solid var(--line)}
dl.fields>dt,dl.fields>dd{padding:.6rem 0;border-bottom:1px solid var(--line)}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
dd ol,dd ul{margin:0;padding-left:1.2rem}
dd li+li{margin-top:.5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.5rem .8rem .5rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--ink);font-weight:650}
td:first-child,th[scope=row]{font-variant-numeric:tabular-nums}
th[scope=row]{font-weight:600}
th button{all:unset;cursor:pointer;font:inherit;font-weight:650}
th:first-child button{white-space:nowrap}
th button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
th button::after{content:" \2195";color:var(--soft);font-weight:400}
th[aria-sort=ascending] button::after{content:" \2191";color:var(--accent)}
th[aria-sort=descending] button::after{content:" \2193";color:var(--accent)}
.tools{display:flex;flex-wrap:wrap;gap:.6rem 1.4rem;align-items:end;margin:1rem 0}
.tools[hidden],.sorter{display:none}
.tools label{display:block;font-size:.86rem;font-weight:600}
input,select{font:inherit;color:inherit;background:var(--box);border:1px solid var(--soft);border-radius:4px;padding:.4rem .6rem;width:100%;min-height:2.6rem}
.tools .filter{flex:1 1 16rem;max-width:26rem}
.tools output{padding:.4rem 0;color:var(--soft)}
footer{margin-top:4rem;color:var(--soft);font-size:.9rem}
@media screen and (max-width:60rem){
.frame{display:block;padding:0 1.25rem}
nav{position:static;max-height:none;padding:1.2rem 0;border-bottom:1px solid var(--line)}
nav ol ol{display:none}
nav>ol{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem}
nav li{margin:.3rem 0}
main{padding-top:1.5rem}
}
@media screen and (max-width:46rem){
.frame{padding:0 1.25rem}
svg.wide{display:none}
svg.narrow{display:block;width:100%;max-width:440px}
h2{font-size:1.4rem}
dl.fields{display:block}
dl.fields>dt{border:0;padding:.7rem 0 0}
dl.fields>dd{padding:.1rem 0 .7rem}
table,tbody,tr,td,th[scope=row]{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{border:1px solid var(--line);border-radius:6px;background:var(--box);padding:.6rem .9rem;margin:.8rem 0}
tbody tr[hidden]{display:none}
td,th[scope=row]{border:0;padding:.18rem 0}
td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-weight:400}
.sorter{display:block;flex:1 1 12rem}
}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{
@page{margin:1.5cm}
nav,.skip,.tools{display:none!important}
.frame{display:block;max-width:none;padding:0}
body{font-size:10pt;background:#fff}
main{padding:0}
a{color:inherit}
figure,tr,dd{break-inside:avoid}
h2,h3{break-after:avoid}
svg.wide{max-height:22cm;width:auto}
th[aria-sort] button::after{content:none}
}
)css";

inline constexpr Text page_script = R"js(
(() => {
  const table = document.getElementById('sources-table');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const filter = document.getElementById('filter');
  const count = document.getElementById('count');
  const sorter = document.getElementById('sorter');
  document.querySelector('.tools').hidden = false;
  const key = (row, column) => row.cells[column].dataset.key || row.cells[column].textContent;
  const order = new Intl.Collator('en', {numeric: true});
  const sort = (column, descending) => {
    rows.sort((a, b) => (descending ? -1 : 1) * order.compare(key(a, column), key(b, column)));
    body.append(...rows);
    heads.forEach((head, i) => head.setAttribute('aria-sort', i === column ? (descending ? 'descending' : 'ascending') : 'none'));
    sorter.value = String(column);
  };
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => sort(column, head.getAttribute('aria-sort') === 'ascending'));
  });
  sorter.addEventListener('change', () => sort(Number(sorter.value), false));
  const apply = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) ++shown;
    }
    count.textContent = shown + ' of ' + rows.length + (rows.length === 1 ? ' source' : ' sources');
  };
  filter.addEventListener('input', apply);
  sort(0, false);
  apply();
})();
)js";

}  // namespace atlas::html
