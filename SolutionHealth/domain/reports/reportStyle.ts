/** Looks of HTML reports, by themselves: light, dark, narrow and on paper. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--line:#8888;--bad:#b10e1c;--warn:#8a5300;--good:#0e700e}
@media (prefers-color-scheme:dark){:root{--bad:#f1707b;--warn:#f2c661;--good:#54b054}}
body{font:15px/1.45 "Segoe UI",system-ui,sans-serif;margin:0}
main{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
.state{font-size:1.2rem;font-weight:600}
.findings{list-style:none;padding:0;margin:0}
.findings li{border-inline-start:4px solid var(--line);padding:.3rem .7rem;margin:.4rem 0}
li.atRisk{border-color:var(--bad)}li.attention{border-color:var(--warn)}li.info,li.accepted{border-color:var(--line)}
.state.atRisk{color:var(--bad)}.state.attention{color:var(--warn)}.state.healthy{color:var(--good)}.state.unknown{font-style:italic}.state.noProblemFound{font-weight:400}
@media print{body{font-size:11px}main{max-width:none}li,tr{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}}
`;
