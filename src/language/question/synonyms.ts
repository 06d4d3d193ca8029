/**
 * Words that customers and agents use for one another, a group a line; the first word stands for its group. Only words that mean the same wherever customers
 * write: a pair that is a synonym in one trade alone is left out.
 */
const GROUPS = `
price cost costs charge charges charged billed fee fees rate rates fare fares tariff expensive cheap cheaper amount total quote pay payment
deliver delivery ship shipping shipment dispatch courier postage parcel package despatch arrive arrival
refund refunds money reimburse reimbursement reimbursed repay repaid compensation compensate recompense voucher
open opening hours close closing closed
cancel cancellation cancelled cancels terminate termination unsubscribe
change amend amendment alter switch swap modify correct rename edit rebook reschedule move
repair fix fixed mend mended resolve resolved solve solved sort sorted
buy purchase order ordered bought
pet pets dog dogs cat cats puppy
park parking car cars garage
child children kid kids baby babies toddler son daughter infant
invoice bill bills receipt receipts statement vat
login log logged signin password account
book booking reserve reservation appointment slot
replace replacement exchange exchanged
return returns returned sendback
seat seats seating
bag bags luggage baggage suitcase case
plane flight flights fly flying aircraft
staff crew attendant attendants employee agent
wifi internet broadband connection online
phone telephone mobile ring rang
food eat meal meals cafe café canteen snack snacks breakfast dinner menu lunch supper vegetarian vegan restaurant dish
room rooms suite apartment accommodation villa
colour colours shade
size sizes measure measurement dimension big small large fold width height
weigh weight heavy kg
begin start beginning
near nearby nearest closest distance far walk opposite
website site page web
app application
broken damaged damage crack cracked torn faulty fault defective scratch scratched
delay delayed delays late
lose lost missing loss
allow allowed permit permitted welcome
free complimentary gratis
discount coupon promo promotion offer voucher
valid expire expires expiry
include included includes inclusive
medicine tablets prescription medication
doctor gp surgery physician
toilet toilets loo loos restroom restrooms wc lavatory
result results report reports
bus buses coach route
suggest recommend advise advice
gluten wheat coeliac celiac
membership member subscription subscribe plan
address addresses postcode
name surname
spare part parts
pick collect collected pickup
guarantee warranty
`;

let heads: Map<string, string> | undefined;

/** The word that stands for the group of `word`; undefined when it stands in none. */
export function synonymOf(word: string): string | undefined {
  if (!heads) {
    heads = new Map();
    for (const group of GROUPS.trim().split('\n')) {
      const words = group.split(' ');
      for (const each of words) if (!heads.has(each)) heads.set(each, words[0]);
    }
  }
  return heads.get(word);
}
