//! The head of the page and how it looks, on a screen and on A4.

use super::super::Debrief;
use crate::diag::Lang;
use crate::graph::{FONTS, escape};
use crate::words::tr;

const STYLE: &str = "\
@page{size:A4;margin:14mm 13mm}
*{box-sizing:border-box}
body{margin:0;background:#ECE8DF;color:#1B232B;font-size:17px;line-height:1.6}
main{max-width:1120px;margin:24px auto;padding:36px 44px;background:#FBFAF6;border-radius:14px}
header{display:flex;gap:32px;align-items:flex-start;border-bottom:3px solid #1B232B;padding-bottom:20px}
header>div:last-child{flex:1}
.kind{margin:0;color:#4F5A65;letter-spacing:.12em}
h1{margin:0 0 10px;font-size:34px;line-height:1.25}
h2{margin:34px 0 10px;font-size:23px}
dl{display:flex;flex-wrap:wrap;gap:6px 30px;margin:0}
dl>div{display:flex;gap:8px}
dt{color:#4F5A65}
dd{margin:0;font-weight:700}
.ring{flex:none;width:138px;height:138px;border-radius:50%;border:11px solid;display:flex;flex-direction:column;align-items:center;justify-content:center;line-height:1.25;font-size:14px}
.ring b{font-size:32px}
.pass{border-color:#1A7040}
.fail{border-color:#B3261E}
.note{color:#4F5A65;font-size:14.5px;margin:8px 0 0}
.if{border-left:8px solid #B45309;padding:2px 0 4px 22px;margin-top:26px}
.if h2{margin-top:0}
.told{font-size:23px;line-height:1.55;margin:0}
figure{margin:30px 0 0}
figure svg{display:block;width:100%;height:auto;border:1px solid #DAD4C6;border-radius:10px}
table{border-collapse:collapse;width:100%;font-size:16px}
th{text-align:left;white-space:nowrap;color:#4F5A65;font-weight:400;border-bottom:2px solid #1B232B;padding:4px 10px 4px 0}
td{vertical-align:top;border-bottom:1px solid #DAD4C6;padding:8px 10px 8px 0}
td.n{white-space:nowrap}
.cards{display:flex;flex-wrap:wrap;gap:10px;margin:16px 0 0}
.cards>div{flex:1 1 auto;padding:9px 14px 10px;background:#fff;border:1px solid #DAD4C6;border-radius:10px}
.cards span{display:block;color:#4F5A65;font-size:14px;white-space:nowrap}
.cards b{font-size:22px;line-height:1.3;white-space:nowrap}
.late{color:#B3261E;font-weight:700}
.early{color:#1A7040;font-weight:700}
.g{white-space:nowrap;font-weight:700}
.g svg{width:26px;height:26px;vertical-align:-6px;margin-right:6px}
.good{color:#1A7040}
.poor{color:#8A5800}
.critical{color:#B3261E}
footer{margin-top:34px;color:#4F5A65;font-size:14px;border-top:1px solid #DAD4C6;padding-top:10px}
@media print{html{font-size:11pt}body{background:#fff;font-size:10.5pt;line-height:1.5}
main{max-width:none;margin:0;padding:0;background:#fff;border-radius:0}
header{gap:8mm;padding-bottom:4mm}.ring{width:32mm;height:32mm;border-width:2.6mm;font-size:9pt}.ring b{font-size:20pt}
h1{font-size:20pt;margin-bottom:1.5mm}h2{font-size:13.5pt;margin:7mm 0 2mm;break-after:avoid}p{orphans:3;widows:3}
.cards{gap:2.5mm;margin-top:3mm}.cards>div{padding:1.2mm 2.4mm}.cards span{font-size:8pt}.cards b{font-size:12pt}
.if{margin-top:5mm;padding-left:5mm;border-left-width:2mm}.told{font-size:13pt;line-height:1.5}.note,footer{font-size:8.5pt;line-height:1.45}
figure{margin:5mm 0 0}figure svg{width:auto;max-width:100%;max-height:168mm;margin:0 auto}
table{font-size:9.5pt}td{padding:1.5mm 2.5mm 1.5mm 0}thead{display:table-header-group}
figure:first-of-type svg{max-height:146mm}tbody tr:nth-child(-n+2):not(:last-child){break-after:avoid}thead{break-after:avoid}figure,tr,header,.if,.cards{break-inside:avoid}ul{break-inside:avoid;font-size:9.5pt}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}";

/// Everything before what is said.
pub fn head(debrief: &Debrief, lang: Lang) -> String {
    let tag = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let title = format!("{} · {}", debrief.case.scenario.title.get(lang), tr(lang, "report-title"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n\
         <style>\nbody{{font-family:{FONTS}}}\n{STYLE}\n</style>\n</head>\n<body>\n<main>\n",
        escape(&title)
    )
}
