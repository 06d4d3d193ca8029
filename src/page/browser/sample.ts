/** A message and a reply with faults in it, for whoever wants to see what the page does. The people are invented. */
export const sample = {
  customer: `Hello,

I ordered a kettle from you on 3 November and it arrived with a broken lid. I have written twice already and nobody has answered. We have had no hot tea for two weeks, and I am really fed up.

When will I get a new one?

Jane Miller
`,
  draft: `Dear Jane,

Unfortunately the warehouse team forgot to pack the kettle properly. We apologize for any inconvenience this may have caused.

A new kettle will be sent soon.

Please do not hesitate to contact us.

Best regards
Sam
`,
};
