/** The feed's one style sheet, served inside the page. */
export const FEED_LOOK = `
body{background:#0f1013;color:#f1f2f4;min-height:100vh}
.mark{position:fixed;inset:0 0 auto;z-index:9}
nav{position:fixed;z-index:3;inset:33px auto 0 0;width:190px;padding:20px 16px;display:flex;flex-direction:column;gap:4px;background:#0f1013;border-right:1px solid #23252b}
.brand{font-size:20px;letter-spacing:-.02em}.own-mark{margin-bottom:12px;color:#ffd33d;font-size:13px}
nav a{padding:9px 12px;border-radius:8px;color:#b9bcc4;text-decoration:none}nav a:hover,nav .here{background:#1f2127;color:#fff}
.feed{position:fixed;inset:0;overflow-y:scroll;scroll-snap-type:y mandatory;scrollbar-width:none}
.entry{position:relative;height:100vh;scroll-snap-align:start;scroll-snap-stop:always;display:grid;place-items:center}
.entry .stage{height:calc(100vh - 73px);aspect-ratio:9/16;max-width:100vw;margin-top:33px}
.stage{position:relative;height:100%;border-radius:16px;overflow:hidden}
.frame,.player,.player video,.player>.picture{position:absolute;inset:0;width:100%;height:100%}
.notice{position:absolute;z-index:1;top:14px;left:14px;right:14px;padding:8px 12px;border-radius:10px;text-align:center;font-size:14px;background:rgb(15 16 19/.85)}
.picture{display:grid;place-items:center;height:100%}.picture svg{height:46%;max-width:70%;filter:drop-shadow(0 14px 22px rgb(0 0 0/.45))}
.photos ul{display:flex;height:100%;list-style:none;overflow-x:auto;scroll-snap-type:x mandatory}
.photos li{flex:0 0 88%;scroll-snap-align:start;border-right:3px solid #0f1013}
.under{position:absolute;bottom:20px;width:calc((100vh - 73px)*9/16);max-width:100vw;padding:34px 16px 18px;border-radius:0 0 16px 16px;background:linear-gradient(transparent,rgb(0 0 0/.82))}
.author{display:inline-block;font-weight:600;text-decoration:none}.author:hover{text-decoration:underline}
.caption{display:block;padding:4px 0 0;border:0;background:none;color:inherit;text-align:left;font-size:15px;line-height:1.45}
button.caption:hover{text-decoration:underline}
.counts{display:flex;gap:18px;margin:14px 0;list-style:none;color:#c9ccd3;font-size:14px}
.entry .counts{position:absolute;left:calc(50% + (100vh - 73px)*9/32 + 22px);bottom:60px;flex-direction:column}
.steps{position:fixed;z-index:3;right:28px;top:50%;translate:0 -50%;width:140px;display:grid;gap:10px;text-align:center;color:#b9bcc4}
.steps button,.modal-steps button{padding:10px 14px;border:0;border-radius:10px;background:#24262d;color:#f1f2f4}
.steps button:hover,.modal-steps button:hover{background:#343741}button:disabled{opacity:.4;cursor:default}
.page,.empty{margin-left:190px;padding:65px 36px 40px}.page h1{font-size:24px}.muted{color:#a6aab4}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(170px,1fr));gap:16px;margin-top:20px}
.card a{display:block;aspect-ratio:3/4;border-radius:12px;overflow:hidden}.card p{margin-top:6px;font-size:13px;line-height:1.35;color:#c9ccd3}
.detail{display:grid;grid-template-columns:minmax(0,auto) minmax(240px,1fr);gap:36px;height:min(680px,calc(100vh - 130px))}
.detail .stage{aspect-ratio:9/16}.about{padding-top:12px;overflow-y:auto}.detail h1{font-size:22px;margin-top:8px}h2{font-size:16px;margin:22px 0 8px}
.detail-page h2{margin-top:30px}
.modal{position:fixed;z-index:5;inset:33px 0 0;padding:32px 190px 32px 60px;background:#0b0c0e}
.modal .detail{grid-template-columns:minmax(0,1fr) 320px;height:calc(100vh - 97px)}.modal .stage{justify-self:center}
.modal-steps{position:absolute;top:32px;right:28px;width:140px;display:grid;gap:10px}
@media(max-width:860px){.mark span{display:none}.own-mark{margin:0}
nav{inset:33px 0 auto;width:auto;height:48px;flex-direction:row;align-items:center;overflow-x:auto;white-space:nowrap;padding:0 12px;border:0}
.entry .stage{margin-top:81px;height:calc(100vh - 81px);width:100vw;aspect-ratio:auto;border-radius:0}.under{bottom:0;width:100vw;border-radius:0}
.entry .counts{left:auto;right:16px;bottom:150px}.steps{inset:auto 12px 12px auto;translate:none;width:auto;display:flex}
.steps p{display:none}.steps button,.modal-steps button{padding:7px 10px;font-size:12px}.under{padding-bottom:60px}
.page,.empty{margin-left:0;padding:96px 16px 24px}.modal{padding:16px 16px 80px;overflow-y:auto}
.detail,.modal .detail{grid-template-columns:minmax(0,1fr);gap:12px;height:auto}.detail .stage{width:100%;height:auto;max-height:62vh}
.modal-steps{position:fixed;inset:auto 0 0;padding:10px 12px;width:auto;background:#0b0c0e;display:flex;justify-content:flex-end;flex-wrap:wrap}}
`;
