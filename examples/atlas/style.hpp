// The style of the page: the answer stands out, everything else is quiet.
#pragma once

#include <whence/whence.hpp>

namespace atlas::html {

using namespace whence;

inline constexpr Text page_style = R"css(
*{box-sizing:border-box}
[hidden]{display:none}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
[id]{scroll-margin-top:1rem}
.entry>section{scroll-margin-top:4rem}
.js .entry>section{scroll-margin-top:13rem}
code{font:.875em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.2;text-wrap:balance;font-weight:650;letter-spacing:-.012em;margin:0}
h1{font-size:1.15rem}
h3{font-size:1.15rem;margin:2.5rem 0 .3rem}
p{max-width:72ch;margin:.4rem 0}
.lead{margin:.15rem 0 0;max-width:none;line-height:1.4}
.soft,.cite{color:var(--soft)}
.soft{font-size:.9rem}
.cite{font-size:.84rem;display:block;overflow-wrap:anywhere}
.number{color:var(--soft);font-variant-numeric:tabular-nums;font-weight:400;margin-right:.55em;flex:none}
.skip{position:absolute;left:-100vw;top:.5rem;background:var(--box);padding:.7rem 1rem;z-index:3}
.skip:focus{left:.5rem}
.frame{max-width:80rem;margin:0 auto;padding:0 1rem 3rem}
header{padding:1rem 0 .6rem}
aside label{display:block;font-size:.86rem;font-weight:600;margin-bottom:.2rem}
input,select{font:inherit;color:inherit;background:var(--box);border:1px solid var(--soft);border-radius:6px;padding:.5rem .7rem;width:100%;min-height:2.75rem}
#count{display:block;padding:.3rem 0;color:var(--soft);font-size:.86rem;min-height:1.9rem}
summary{cursor:pointer}
#browse>summary{font-weight:600;padding:.6rem 0;min-height:2.75rem}
nav p{font-size:.84rem;color:var(--soft);font-weight:600;margin:.9rem 0 .2rem}
nav ol{list-style:none;margin:0;padding:0}
nav a{display:flex;color:inherit;text-decoration:none;padding:.65rem .5rem;border-radius:6px;line-height:1.35;overflow-wrap:anywhere}
nav a:hover{background:var(--lane);color:var(--accent)}
nav a[aria-current]{background:var(--lane);box-shadow:inset 3px 0 var(--accent);font-weight:600}
nav small{display:block;color:var(--soft);font-size:.8rem;font-weight:400;margin-top:.1rem}
mark{background:none;color:var(--accent);font-weight:700}
main{min-width:0;container-type:inline-size}
.entry>summary,.part>summary{padding:.55rem 0;border-top:1px solid var(--line)}
h2{display:inline;font-size:1.05rem}
.entry[open]>summary h2{font-size:1.2rem}
.part[open]>summary h2{font-size:1.3rem}
.js .entry>summary{list-style:none;border:0;padding:.2rem 0 0}
.js .entry>summary::-webkit-details-marker{display:none}
.js .entry{margin-bottom:2.5rem}
.answer{margin:.5rem 0 .8rem;display:grid;gap:.5rem 1.6rem;border-left:4px solid var(--accent);padding:.2rem 0 .2rem 1rem}
.answer dl{margin:0}
.answer dt{font-size:.84rem;color:var(--soft);font-weight:600}
.answer dd strong{display:block;font-size:1.05rem;line-height:1.25;font-weight:650;text-wrap:pretty}
.answer em,.answer span,.answer code{font-size:.84rem;line-height:1.35;color:var(--soft)}
.answer em{color:var(--doubt);font-style:normal;font-weight:600}
.answer span,.answer code{display:inline-block;margin-right:.7em}
figure{margin:1rem 0}
figcaption{color:var(--soft);font-size:.9rem;margin-bottom:.5rem;max-width:72ch}
svg.wide{display:none}
svg.narrow{width:100%;max-width:440px}
.ids{font-size:.9rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.3rem .5rem;align-items:baseline}
.ids a{border:1px solid var(--line);border-radius:99px;padding:.25rem .7rem;text-decoration:none;background:var(--box)}
.entry section details{border-top:1px solid var(--line)}
.entry section details>summary{padding:.65rem 0;min-height:2.75rem;color:var(--accent)}
dl.fields{margin:0 0 1rem}
dl.fields>dt{padding:.7rem 0 0}
dl.fields>dd{padding:.1rem 0 .7rem}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
dd ol,dd ul{margin:0;padding-left:1.2rem}
dd li+li{margin-top:.5rem}
.found{box-shadow:-.6rem 0 0 -.3rem var(--accent);background:var(--lane)}
tr:target{background:var(--lane)}
tr:target>th{box-shadow:inset 3px 0 var(--accent);padding-left:.5rem}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45}
table,tbody,tr,td,th[scope=row]{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr[hidden]{display:none}
tbody tr{border-bottom:1px solid var(--line);padding:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.15rem 0;overflow-wrap:anywhere}
th[scope=row]{font-weight:600;font-variant-numeric:tabular-nums}
td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}
td:empty{display:none}
th button{all:unset;cursor:pointer;font:inherit;font-weight:650}
th button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
th button::after{content:" \2195";color:var(--soft);font-weight:400}
th[aria-sort=ascending] button::after{content:" \2191";color:var(--accent)}
th[aria-sort=descending] button::after{content:" \2193";color:var(--accent)}
footer{margin-top:2rem;color:var(--soft);font-size:.9rem}
.js #browse:not([open])+main{margin-top:0}
@container(min-width:46rem){
.entry[open]>summary h2{font-size:1.5rem}
.answer dd strong{font-size:1.15rem}
.answer{grid-template-columns:repeat(3,minmax(0,1fr))}
dl.fields{display:grid;grid-template-columns:10.5rem minmax(0,1fr);border-top:1px solid var(--line)}
dl.fields>dt,dl.fields>dd{padding:.55rem .6rem .55rem 0;border-bottom:1px solid var(--line)}
.sorter{display:none}
table{display:table}
thead{display:table-header-group;position:static;clip-path:none}
tbody{display:table-row-group}
tr{display:table-row}
th[scope=row],td,td:empty{display:table-cell;width:auto}
th,td{padding:.5rem .8rem .5rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word}
thead th{border-bottom:2px solid var(--ink);font-weight:650}
#sources-table{font-size:.8rem}
#sources-table th,#sources-table td{padding-right:.5rem}
th:first-child{white-space:nowrap}
td[data-label]::before{content:none}
}
@container(min-width:940px){
svg.wide{display:block}
svg.narrow{display:none}
}
@media screen and (min-width:62rem){
.frame{display:grid;grid-template:auto minmax(0,1fr)/15.5rem minmax(0,1fr);gap:0 1.5rem;padding:0 1.5rem 3rem}
header,main{grid-column:2}
header{grid-row:1}
main{grid-row:2}
aside{grid-area:1/1/3/2;position:sticky;top:0;align-self:start;max-height:100vh;display:flex;flex-direction:column;padding-top:1rem}
#browse{overflow-y:auto;min-height:0;padding-bottom:1rem}
.js #browse>summary{display:none}
nav{font-size:.86rem}
nav a{padding:.3rem .5rem}
}
@media screen and (max-width:61.99rem){
.js aside{position:sticky;top:0;background:var(--page);z-index:2;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
.js #count{max-width:62%}
.js nav{max-height:60vh;overflow-y:auto}
.js #browse>summary{width:max-content;min-height:0;margin:-2.1rem 0 0 auto;padding:.4rem .1rem;font-size:.86rem;color:var(--accent)}
.js main [id],.js main summary{scroll-margin-top:8.5rem}
.js main .entry>section{scroll-margin-top:14rem}
}
@media print{
@page{margin:1.5cm}
aside,.skip,.sorter{display:none!important}
.frame{max-width:none;padding:0}
body{font-size:9pt;background:#fff}
.answer{grid-template-columns:repeat(3,minmax(0,1fr))}
dl.fields{display:grid;grid-template-columns:8rem minmax(0,1fr)}
dl.fields>dt,dl.fields>dd{padding:.3rem 0}
.entry section details>summary{min-height:0;font-weight:600}
.entry[hidden]{display:block}
details::details-content{content-visibility:visible;block-size:auto}
.entry,.part{break-before:page}
header+aside+main>.entry:first-child{break-before:auto}
summary{list-style:none}
.entry>summary h2,.part>summary h2{font-size:1.4rem}
a{color:inherit}
figure,tr,dd li,.answer{break-inside:avoid}
summary,h3,dt{break-after:avoid}
svg.wide{display:block;max-height:21cm;width:auto}
svg.narrow{display:none}
th[aria-sort] button::after{content:none}
}
)css";

}  // namespace atlas::html
