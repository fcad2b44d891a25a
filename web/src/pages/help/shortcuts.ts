/** The shortcuts told of on the help page, place by place, with what they do; the buttons of each page print their own. */
export const shortcuts = {
  everywhere: { search: 'ctrl+k', find: '/', undo: 'z', close: 'escape', list: '?' },
  goTo: { goTasks: 'g a', goInvoices: 'g f', goCustomers: 'g c', goPayments: 'g r', goReminders: 'g l' },
  lists: {
    next: 'j',
    previous: 'k',
    open: 'enter',
    select: 'space',
    extend: 'shift+j',
    selectAll: 'ctrl+a',
    add: 'c',
    payment: 'r',
  },
  tasks: {
    done: 'e',
    later: 's',
    assign: 'a',
    promises: 'p',
    notReached: 'n',
    saysPaid: 'r',
    disputes: 'l',
    wrongContact: 'm',
    wantsCopy: 'd',
  },
  reminders: { setAside: 'x', edit: 'm', approve: 'ctrl+enter' },
} as const
