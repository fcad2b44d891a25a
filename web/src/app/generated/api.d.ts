export interface paths {
    "/api/v1/welcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is this installation still waiting for its first account? */
        get: operations["welcome"];
        put?: never;
        /** Create the organisation (or take over the one that waits) and its first administrator, and sign in. */
        post: operations["createFirstAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I, where, and which day is it? */
        get: operations["session"];
        put?: never;
        /** Sign in with e-mail and password. */
        post: operations["signIn"];
        /** Sign out. */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one’s own password; the other sessions of the account are closed. */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The open sessions of this account. */
        get: operations["sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Close one of the open sessions of this account. */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Work in another organisation of this account. */
        put: operations["chooseOrganization"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the rules of the organisation; only the fields given change. */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/api/v1/organization/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Mark an item of the first days. */
        patch: operations["changeChecklist"];
        trace?: never;
    };
    "/api/v1/legal-entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The firms that invoice. */
        get: operations["legalEntities"];
        put?: never;
        /** Add a firm that invoices. */
        post: operations["addLegalEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a firm that invoices; only the fields given change. */
        patch: operations["changeLegalEntity"];
        trace?: never;
    };
    "/api/v1/legal-entities/{id}/smtp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the mail server of a firm. */
        put: operations["setSmtp"];
        post?: never;
        /** Forget the mail server: messages land in the test outbox again. */
        delete: operations["removeSmtp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{id}/smtp/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect, authenticate and send a message to oneself with these settings. */
        post: operations["testSmtp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody in the organisation. */
        get: operations["people"];
        put?: never;
        /** Add a colleague; with a password the colleague can sign in. */
        post: operations["addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a colleague, or oneself; only the fields given change. */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of programs, those in force first; never their secret. */
        get: operations["apiKeys"];
        put?: never;
        /** Make a key for a program that pushes invoices; the answer alone tells its secret. */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key: it opens nothing from now on; what it brought in stays. */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the example company and work in it. */
        post: operations["startDemo"];
        /** Remove the example company and everything in it. */
        delete: operations["removeDemo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, invoices and amounts that match what was typed. */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, latest first. */
        get: operations["journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers with what they owe, what is late and what comes next. */
        get: operations["customers"];
        put?: never;
        /** Add a customer. */
        post: operations["addCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything to say on the phone; the number of a customer merged away leads to the one kept. */
        get: operations["customer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer; only the fields given change. */
        patch: operations["changeCustomer"];
        trace?: never;
    };
    "/api/v1/customers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stop chasing a customer until a day, with a note. */
        put: operations["pauseCustomer"];
        post?: never;
        /** Chase the customer again. */
        delete: operations["resumeCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with this customer, latest first, planned steps on top. */
        get: operations["customerHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/reminders-received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reminders a customer received, or those about one of its invoices, and how many by each way. A notice before the due date, a copy, a call nobody answered and a message that came back do not count. */
        get: operations["remindersReceived"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/ibans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a customer pays from this account. */
        post: operations["addIban"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-ibans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The customer does not pay from this account. */
        delete: operations["removeIban"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a contact. */
        post: operations["addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a contact. */
        delete: operations["removeContact"];
        options?: never;
        head?: never;
        /** Change a contact; a new e-mail address clears its refusal. */
        patch: operations["changeContact"];
        trace?: never;
    };
    "/api/v1/customers/{id}/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note something said or written; a call or message counts as a contact. */
        post: operations["addExchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would happen if another customer were merged into this one: what stays, what moves, what contradicts. */
        post: operations["previewMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge another customer into this one, with all its facts; done already, it is done. */
        post: operations["mergeCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merged-customers/{id}/separation-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would happen if a customer merged away were separated: what goes back, what stays, what stands in the way. */
        post: operations["previewSeparation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/merged-customers/{id}/separation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Separate a customer that was merged away, under its own number again. */
        post: operations["separateCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-doubles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers that look like the same one: same SIREN, same VAT number or same name but for its spelling. */
        get: operations["doubles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/not-double-of/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** These two are not the same, though they look it: they are suggested no more. */
        put: operations["notDoubles"];
        post?: never;
        /** These two may be the same after all. */
        delete: operations["doublesAfterAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists this person keeps under a name, and those that colleagues share. */
        get: operations["savedViews"];
        put?: never;
        /** Keep a list under a name. */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/saved-views/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many due lines are in each of them; asked apart, so that no name waits for it. */
        get: operations["savedViewCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove it; the invoices in it stay as they are. */
        delete: operations["removeSavedView"];
        options?: never;
        head?: never;
        /** Rename it, share it or keep it for oneself, or let it mean another list. */
        patch: operations["changeSavedView"];
        trace?: never;
    };
    "/api/v1/open-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Due lines of invoices, by view and filters; the total is that of the whole list, not of the page. */
        get: operations["invoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many due lines are in each saved view; asked apart, so that no list waits for it. */
        get: operations["itemViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why is it not paid, and what happens next? */
        get: operations["invoice"];
        /**
         * Push one invoice under your own identifier (externalId); sending it again changes nothing.
         * @description PUT /api/v1/invoices/{externalId}. Checked by the rules of an imported file. An invoice known by its number, from a file or by hand, is taken over, not doubled. Refused: 422 with details.refusals.
         */
        put: operations["pushInvoice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Push up to 1,000 invoices; each goes in whole or is refused by itself, those not named stay as they are.
         * @description The answer is 200 with one result an item, in their order. What is refused leaves the others alone. Sending the same again changes nothing.
         */
        put: operations["pushInvoices"];
        /** Enter an invoice by hand. */
        post: operations["addInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take that back: it is missing again, as that file of its source said. */
        put: operations["missAgain"];
        post?: never;
        /** It is owed although its source no longer states it: missing no more, until a file states it again. */
        delete: operations["stillOwed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document itself. */
        get: operations["invoiceFile"];
        /** Attach the document (PDF, 5 MB at most). */
        put: operations["attachInvoiceFile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stop chasing one due line until a day, with a note. */
        put: operations["pauseItem"];
        post?: never;
        /** Chase the due line again. */
        delete: operations["resumeItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same act on several due lines: pause, resume, assign their customers to a collector, add a task. */
        post: operations["itemsAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a CSV file, with the same view, filters and order. */
        get: operations["exportItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deposit-slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cheques handed in together, the latest slip first. */
        get: operations["depositSlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has just paid what? */
        get: operations["payments"];
        put?: never;
        /** Enter a payment and its allocation, to the cent. */
        post: operations["enterPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with its allocation. */
        get: operations["payment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How an amount would be allocated: what the customer owes, oldest first, or the exact set of items. */
        post: operations["proposeAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What will happen if this payment is entered, in sentences. */
        post: operations["previewPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allocate what is left of a payment. */
        post: operations["allocateCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-items/{id}/allocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a credit note against open items. */
        post: operations["allocateCreditNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/allocations/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an allocation back: the item is due again, the payment or credit note is free, the trace stays. */
        post: operations["takeBackAllocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A payment that bounced or was a mistake: its items are due again, the trace stays. */
        post: operations["reversePayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where invoices keep coming from, and how fresh that is. */
        get: operations["sources"];
        put?: never;
        /** Have a folder of the machine, or of an SFTP server, watched. */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look into a folder without importing anything: the files it holds, and the key an SFTP server shows. */
        post: operations["tryFolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a source: its name, what its files hold, how it is watched. */
        put: operations["changeSource"];
        post?: never;
        /** Remove a source of which nothing came. */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at a folder in the next minute, whatever its rhythm. */
        post: operations["lookNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say after how many working days a source is no longer fresh; null: never. */
        put: operations["changeFreshness"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files imported lately. */
        get: operations["imports"];
        put?: never;
        /**
         * Send a file of invoices, or several electronic invoices and PDFs at once (multipart fields "file"); it is read and checked, nothing is written yet.
         * @description It is checked in the background: ask GET /api/v1/imports/{id} until its state is no longer checking (or importing). With apply=true, in the address or as a field before the file, the ready rows go in without a person; a key needs the right to it.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file: how it is read, what is ready, what is to fix. */
        get: operations["import"];
        put?: never;
        post?: never;
        /** Remove a file of which nothing was imported. */
        delete: operations["removeImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which column is what, or how to read dates, decimals and text; the file is checked again. */
        put: operations["changeMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Type a value in place of a refused one; that row is checked again. */
        put: operations["correctRow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the rows that are ready; the others stay to be fixed. */
        post: operations["applyImport"];
        /** Undo the whole import, for 24 hours and as long as nothing was built on it; one that is going in stops. */
        delete: operations["undoImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customer by customer, what the ledger says and what Quittance has; who differs first, 300 at most. */
        get: operations["ledgerBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/vanished": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which invoices of its source would be marked as missing, were this list said to hold every open one. */
        get: operations["wouldVanish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/refused.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refused rows with the reason beside each, as CSV. */
        get: operations["refusedRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/model.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An example file to start from. */
        get: operations["modelFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/aged-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each customer owes by age, per currency, at any past or present date. */
        get: operations["agedBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The promises that are pending or over, the payment plans that nobody ended and the extra delays, of a customer or one of its invoices. */
        get: operations["agreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note a date given by the customer; its items are not chased until the day after, and its grace. */
        post: operations["addPromise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo: as if the promise had not been noted. What it took the place of stands again. */
        delete: operations["withdrawPromise"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The promise is off, and why. */
        put: operations["cancelPromise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Undo: the withdrawn promise holds again. */
        put: operations["resumePromise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree on several dates that come to exactly what is left to pay; the items are not chased as long as each is kept, its grace included. */
        post: operations["addPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo: as if the plan had not been agreed. Those it took the place of stand again. */
        delete: operations["endPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-plans/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The plan no longer holds, and why. */
        put: operations["closePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-plans/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Undo: the ended plan holds again. */
        put: operations["resumePlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-plans/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text that confirms the plan to the customer, in their language, for a person to send: nothing leaves. */
        get: operations["planConfirmation"];
        /** A person sent the confirmation. */
        put: operations["noteConfirmation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Grant more time for an invoice, once: nothing is asked up to that day, and the steps count from it. The due date stays. A second one is a director’s to give. */
        post: operations["grantDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The delay was granted by mistake, or is off. */
        delete: operations["endDelay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delays/{id}/resumption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Undo: the delay holds again. */
        put: operations["resumeDelay"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes, the oldest first; sales representatives and project managers see those of their portfolio. */
        get: operations["disputes"];
        put?: never;
        /** The customer contests: these items, or the parts given, are not chased until it is resolved. */
        post: operations["openDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dispute with its due lines, what was said and done, and its documents. */
        get: operations["dispute"];
        put?: never;
        post?: never;
        /** Undo: as if the dispute had not been opened. */
        delete: operations["undoDispute"];
        options?: never;
        head?: never;
        /** Whose turn it is, who follows it, until when, what is awaited, which part is contested. */
        patch: operations["steerDispute"];
        trace?: never;
    };
    "/api/v1/customers/{id}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The disputes of a customer that are not resolved, with their invoices. */
        get: operations["openDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A comment, as if the customer could read it. */
        post: operations["commentDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A document: PDF, PNG or JPEG of five megabytes at most. */
        post: operations["addDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document of a dispute, as it was added. */
        get: operations["disputeDocument"];
        put?: never;
        post?: never;
        /** The document was added by mistake. */
        delete: operations["removeDocument"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The dispute is over; its items come back to the scenario. */
        put: operations["resolveDispute"];
        post?: never;
        /** Undo: the dispute stands as it stood before it was resolved. */
        delete: operations["undoResolution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disputes/{id}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A resolved dispute is open again: its items are no longer chased. */
        put: operations["reopenDispute"];
        post?: never;
        /** Undo: the dispute is resolved again, as it was. */
        delete: operations["undoReopening"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispute-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reasons that the organisation added to those there are. */
        get: operations["disputeCategories"];
        put?: never;
        /** A reason of the organisation’s own. */
        post: operations["addDisputeCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dispute-categories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Not offered any more; disputes that have it keep it. */
        delete: operations["archiveDisputeCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a customer pays: its profile, why that one, and who chose it where a person did. */
        get: operations["customerProfile"];
        /** Choose the profile of a customer, with the reason; it holds in place of what payments tell. */
        put: operations["declareProfile"];
        post?: never;
        /** Back to the profile that payments tell. */
        delete: operations["withdrawProfile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payer-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one payer profile ends and the next begins. */
        get: operations["payerRules"];
        /** Change where payer profiles begin and end; every customer is decided again. */
        put: operations["changePayerRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/task-recurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks that come back by themselves, until somebody stops them. */
        get: operations["recurrences"];
        put?: never;
        /** A task that comes back; one is open at a time, and a day that is no working day moves to the next one. */
        post: operations["addRecurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/task-recurrences/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It comes back no more; what is open and has come remains to be done. */
        put: operations["stopRecurrence"];
        post?: never;
        /** Undo: it comes back again. */
        delete: operations["resumeRecurrence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/call-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls of the day, each with what is owed, what was said last, and what to say. */
        get: operations["callSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done now, most recoverable money first in each group. */
        get: operations["tasks"];
        put?: never;
        /** Add an action. */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task with all that is needed to do it. */
        get: operations["task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The task is done or dropped; an outcome of a call closes it and proposes the next. */
        put: operations["endTask"];
        post?: never;
        /** Undo: the task is to be done again. */
        delete: operations["reopenTask"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Later: the task comes back on that day. */
        put: operations["snoozeTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put the task in other hands. */
        put: operations["assignTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter, ready to print. */
        get: operations["taskLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters to print, and the batches that were printed. */
        get: operations["letters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Print letters together: one PDF in order and the list of their addresses. A letter is in one batch. */
        post: operations["makeLetterBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Its letters wait to be printed again; possible until it is handed over or a letter of it is posted. */
        delete: operations["undoLetterBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches/{id}/letters.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets, in order; the same bytes each time. */
        get: operations["letterBatchPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches/{id}/addresses.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line a letter: its pages, its address as in the window, whether it is registered. */
        get: operations["letterBatchAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letter-batches/{id}/deposit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give the batch to a postal service, once. */
        put: operations["handLetterBatch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters/window-test.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter with the frame of the envelope’s window, to try a printer with. */
        get: operations["windowTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/posting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the post gave back for this letter; null while nothing was noted. */
        get: operations["letterPosting"];
        /** The letter was posted: on which day, under which registered number. */
        put: operations["recordPosting"];
        post?: never;
        /** Undo: forget what was noted of the post. */
        delete: operations["removePosting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/posting/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof of deposit itself. */
        get: operations["proof"];
        /** The proof of deposit (PDF, PNG or JPEG, 10 MB at most). */
        put: operations["keepProof"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/posting/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The letter as it was posted. */
        get: operations["postedLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The texts of each tone and language; of e-mails and letters, of SMS, or of calls; the last two have no subject. */
        get: operations["templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/{tone}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write the text of a tone; null goes back to the text of the house. */
        put: operations["changeTemplate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A text shown on a real customer (or an example when there is none). */
        post: operations["previewTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the text to oneself, to nobody else. */
        post: operations["testTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The languages customers are written to, beyond French and English. */
        get: operations["messageLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-languages/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write to customers in one more language; what is not translated leaves in the one it falls back to. */
        put: operations["addMessageLanguage"];
        post?: never;
        /** Take a language away with its texts; refused while customers receive it. */
        delete: operations["removeMessageLanguage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sms-gateway": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The gateway that sends SMS; null while none is set. */
        get: operations["smsGateway"];
        /** Set the gateway; SMS leave by it once it is switched on. */
        put: operations["setSmsGateway"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sms-gateway/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one SMS to a number of one’s own, by the stored settings. */
        post: operations["testSmsGateway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that came back, latest first: to read, to sort, or all. */
        get: operations["answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answer-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many answers wait to be read, and how many to be given to a customer. */
        get: operations["answerCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message: what was written, apart from what it quotes. */
        get: operations["answer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/files/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file that came with it, to be kept, never shown by the browser. */
        get: operations["answerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message as it came (RFC 5322). */
        get: operations["answerSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a customer wrote, latest first. */
        get: operations["customerAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Somebody has read it, and reminders go on; or it is to be read again. */
        put: operations["readAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whose it is. */
        put: operations["giveAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/customer/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It was not that customer’s: the message waits to be sorted again, and what giving it did is undone. */
        put: operations["takeBackAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/dismissal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It concerns no customer; or it does after all. */
        put: operations["dismissAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/payment-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer says it is paid: what is late waits, and somebody is asked to look for the payment. */
        post: operations["searchPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answers/{id}/payment-search/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Noted by mistake: reminders go on, and nobody looks for the payment. */
        put: operations["endPaymentSearch"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/answer-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an answer does to reminders. */
        get: operations["answerRules"];
        /** Change what an answer does to reminders; customers are decided again. */
        put: operations["changeAnswerRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{id}/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mailbox of a firm that is read for answers. */
        get: operations["mailbox"];
        /** Set the mailbox of a firm, and whether it is read. */
        put: operations["setMailbox"];
        post?: never;
        /** Read it no more; what came stays. */
        delete: operations["removeMailbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{id}/mailbox/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Connect, sign in and open the folder with these settings; nothing is read. */
        post: operations["testMailbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a customer over to an agency, a bailiff or a lawyer: from then on nothing leaves to it. */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The customer is ours again. */
        put: operations["endHandover"];
        post?: never;
        /** It is still handed over. */
        delete: operations["resumeHandover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/insolvencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A collective procedure was opened: everything stops, and a task asks for the claim to be declared in time. */
        post: operations["recordInsolvency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insolvencies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** The day of publication, to whom and when the claim was declared; only what is given changes. */
        patch: operations["changeInsolvency"];
        trace?: never;
    };
    "/api/v1/insolvencies/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The procedure is over, or was recorded by mistake. */
        put: operations["endInsolvency"];
        post?: never;
        /** It is still under way. */
        delete: operations["resumeInsolvency"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up due lines, with the reason: no longer chased nor expected; the books are not changed by it. */
        post: operations["writeOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-offs/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The due line is expected again. */
        put: operations["endWriteOff"];
        post?: never;
        /** It is given up again. */
        delete: operations["resumeWriteOff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/late-interest-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rates by half-year, the latest first; one that is missing is told as missing. */
        get: operations["rateTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/late-interest-rates/{halfYear}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Enter the rates of a half-year as published, with where and when they were read. */
        put: operations["enterRate"];
        post?: never;
        /** Take an entered rate away: that of the program holds again, or none. */
        delete: operations["forgetRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-entities/{id}/rate-confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that the rate of a firm holds for a half-year; null takes it back. */
        put: operations["confirmRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/late-interest-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The rate agreed with a customer, in hundredths of a percent a year; null: that of the firm. */
        put: operations["agreeRate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Late interest of an invoice with its segments, what was decided of it, and until when it can be claimed in court. */
        get: operations["invoiceLaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Late interest, formal notices, limitation, end of the road and legal files of a customer. */
        get: operations["customerLaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/interest-decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Claim or waive the late interest or the fee of an invoice, with the reason; what was decided before ends. */
        post: operations["decideInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interest-decisions/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a decision on late interest back. */
        put: operations["endInterestDecision"];
        post?: never;
        /** It holds again. */
        delete: operations["resumeInterestDecision"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/formal-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a formal notice that was sent; never to a public body, a private individual or the insolvent. */
        post: operations["recordNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formal-notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** The day it was received, its number, a note; only what is given changes. */
        patch: operations["changeNotice"];
        trace?: never;
    };
    "/api/v1/formal-notices/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof of deposit or of receipt. */
        get: operations["noticeProof"];
        /** Attach the proof (PDF, PNG or JPEG, 10 MB at most). */
        put: operations["attachNoticeProof"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/formal-notices/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It was recorded by mistake. */
        put: operations["endNotice"];
        post?: never;
        /** It counts again. */
        delete: operations["resumeNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/limitation-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what starts the period of limitation anew: a claim in court, an act of enforcement, an acknowledgement. */
        post: operations["recordLimitationAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/limitation-acts/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** It was recorded by mistake. */
        put: operations["endLimitationAct"];
        post?: never;
        /** It counts again. */
        delete: operations["resumeLimitationAct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/legal-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the legal file of a customer and seal it: its hash goes into the journal. */
        post: operations["makeLegalFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sealed archive; refused when it is not what was sealed any more. */
        get: operations["legalFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/legal-files/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Is this archive what was sealed here? Each file against its manifest, the manifest against the journal. */
        post: operations["verifyLegalFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is about to leave (what waits for approval first, the largest sum first), what left, what is in the test outbox. */
        get: operations["reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What leaves until the end of the week: prepared, then planned if nothing changes. */
        get: operations["weekReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is late and not written to today, and why; the largest debt first. */
        get: operations["held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The exact message. */
        get: operations["reminder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{id}/message.eml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The message as it left or would leave (RFC 5322). */
        get: operations["reminderSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let these messages leave at the departure time, and not before the time to take them back is over; `now` does not wait for the departure time. */
        post: operations["approveReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/approval-cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take messages back, one or all; possible until departure. Those that were quicker are counted. */
        post: operations["cancelApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Not today: the message is put aside until a day. */
        put: operations["setAside"];
        post?: never;
        /** Undo: the message waits for approval again. */
        delete: operations["takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write this one message oneself; null in both goes back to the template. */
        put: operations["writeReminder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/{id}/certainty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A person says whether an uncertain message left. */
        put: operations["settleUncertain"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind a customer now, case by case, although the scenario does not (logged); the message waits for approval. */
        post: operations["sendAnyway"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why: every decision for this customer on the days it changed, latest first. */
        get: operations["decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/daily-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide for everybody now; harmless when run again. */
        post: operations["decideNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenarios. */
        get: operations["scenarios"];
        put?: never;
        /** Add a scenario, from the steps given or as a copy of a scenario of the house; nobody follows it yet. */
        post: operations["addScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scenario with its steps. */
        get: operations["scenario"];
        /** Save the steps as a new version, from a day on; invoices under way keep their place. */
        put: operations["changeScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a scenario, latest first: from which day, by whom, with which steps. */
        get: operations["scenarioVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/planned-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The version that waits for its day never takes effect. */
        delete: operations["dropPlannedVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/file.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scenario in force as a readable file (YAML); its schema is served at /api/v1/scenario-schema.json. */
        get: operations["scenarioFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenario-schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schema (2020-12) of a scenario file. */
        get: operations["scenarioSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in a scenario file (YAML): its test cases run first, and anything wrong refuses it whole, with its line. */
        post: operations["importScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenario-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which customers follow which scenario, in the order it is tried. */
        get: operations["scenarioRules"];
        /** Replace the rules, in order; the first that fits a customer gives its scenario. */
        put: operations["changeScenarioRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenario-rules/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many customers each of these rules would take, and which scenario one customer would follow; nothing is kept. */
        post: operations["tryScenarioRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which scenario a customer follows, and where it comes from. */
        get: operations["scenarioOfCustomer"];
        /** Choose the scenario of a customer; null: as the rules and the organisation say. */
        put: operations["chooseCustomerScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/scenario": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which scenario an invoice follows, and where it comes from. */
        get: operations["scenarioOfInvoice"];
        /** Choose the scenario of one invoice; null: the one its customer follows. */
        put: operations["chooseInvoiceScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** This scenario holds for the customers of a category that have none of their own. */
        put: operations["chooseDefaultScenario"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would leave over the next days with these steps, if nobody paid. */
        post: operations["simulateScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scenarios/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would have left over the last twelve months with these steps, with the books as they stood each day. */
        post: operations["replayScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/chased-up-to": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say up to which step the late items of a customer were already chased, before Quittance; null takes it back. */
        put: operations["declareChased"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/assignees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can be given a task. */
        get: operations["lateCallers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The accounts of the firm, how fresh they are, and what is missing between their statements. */
        get: operations["bankAccounts"];
        put?: never;
        /** Name an account of the firm before its first statement comes. */
        post: operations["addBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename an account, give it to another firm of the organisation, or stop expecting statements of it. */
        patch: operations["changeBankAccount"];
        trace?: never;
    };
    "/api/v1/bank-statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statements that came, the newest first. */
        get: operations["bankStatements"];
        put?: never;
        /**
         * Bring a bank statement: CAMT.053, CFONB120, MT940, OFX, CSV, or a ZIP of them. Harmless the second time.
         * @description Multipart, one field "file". A program sends statements of the accounts of the firm its key is for; what they pay is only applied by itself where the organisation has switched that on and the key may import without a person.
         */
        post: operations["bringStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the bank: those to match, those matched, those that concern no customer. */
        get: operations["bankLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line with its proposals, the evidence for each, and what accepting does. */
        get: operations["bankLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a line is: a proposal as it stands, another allocation, a customer’s credit, or no customer. */
        post: operations["matchLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/certain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply every almost certain proposal at once; each line is checked again and stands or falls alone. */
        post: operations["matchCertainLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-lines/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a match back: its payments are reversed, the items are due again, the line waits once more. */
        post: operations["undoMatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people taught the matching, in sentences. */
        get: operations["bankRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget a rule: lines to come are looked at without it. */
        delete: operations["removeBankRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statement-columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people said of the columns of lists whose titles do not say it. */
        get: operations["statementColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/statement-columns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forget what was said of such lists: the next one is asked about again. */
        delete: operations["removeStatementColumns"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bank-matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Whether almost certain matches apply by themselves. */
        put: operations["setMatching"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        MoneyInput: {
            amount: number;
            currency: string;
        };
        PersonRefInput: {
            id: number;
            name: string;
        };
        CustomerAliasInput: {
            id: number;
            code: string;
            name: string;
            siren: string | null;
            vatNumber: string | null;
            /** Format: date */
            mergedOn: string;
        };
        MergePreviewInput: {
            kept: {
                id: number;
                code: string;
                name: string;
                balances: {
                    outstanding: components["schemas"]["MoneyInput"];
                    late: components["schemas"]["MoneyInput"];
                    inHand: components["schemas"]["MoneyInput"];
                }[];
            };
            other: {
                id: number;
                code: string;
                name: string;
                balances: {
                    outstanding: components["schemas"]["MoneyInput"];
                    late: components["schemas"]["MoneyInput"];
                    inHand: components["schemas"]["MoneyInput"];
                }[];
            };
            together: {
                outstanding: components["schemas"]["MoneyInput"];
                late: components["schemas"]["MoneyInput"];
                inHand: components["schemas"]["MoneyInput"];
            }[];
            moves: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            sharedContacts: number;
            warnings: ("differentSiren" | "differentVatNumber" | "differentCurrency" | "differentCategory" | "differentLanguage" | "keptBelongsToOther" | "otherBelongsToKept" | "gentlerScenario" | "pauseStays" | "handOverStays" | "insolvencyStays" | "automaticMeansStay")[];
            fields: {
                /** @enum {string} */
                field: "code" | "name" | "category" | "siren" | "vatNumber" | "language" | "currency" | "paymentTerms" | "address" | "phone" | "salesRep" | "collector" | "parent" | "scenario" | "creditLimit" | "customerSince";
                kept: string | null;
                other: string | null;
                becomes: string | null;
            }[];
        };
        SeparationPreviewInput: {
            kept: {
                id: number;
                code: string;
                name: string;
            };
            other: {
                id: number;
                code: string;
                name: string;
                /** Format: date */
                mergedOn: string;
            };
            back: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            since: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            stays: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            standing: {
                /** @enum {string} */
                kind: "payment" | "creditNote" | "promise" | "paymentPlan" | "dispute";
                sentence: string;
            }[];
        };
        NextStepInput: {
            /** @enum {string} */
            kind: "email" | "call" | "letter" | "task" | "decision" | "hold" | "none";
            because: string;
            on: string | null;
            isToday: boolean;
            label: string;
            sentence: string;
        };
        ContactInput: {
            id: number;
            civility: ("Mme" | "M.") | null;
            firstName: string | null;
            lastName: string | null;
            jobTitle: string | null;
            /** @enum {string} */
            role: "invoices" | "accountsPayable" | "escalation" | "other";
            email: string | null;
            phone: string | null;
            receivesReminders: boolean;
            emailRefusedOn: string | null;
            emailRefusal: string | null;
            phoneRefused?: boolean;
            awayUntil?: string | null;
        };
        HistoryEntryInput: {
            key: string;
            /** Format: date */
            on: string;
            at: string | null;
            /** @enum {string} */
            kind: "issued" | "due" | "email" | "sms" | "call" | "letter" | "note" | "answer" | "payment" | "reversal" | "promise" | "brokenPromise" | "dispute" | "disputeResolved" | "pause" | "change" | "import" | "decision" | "task" | "planned";
            planned: boolean;
            title: string;
            detail: string | null;
            person: string | null;
            reminderId: number | null;
            paymentId: number | null;
            taskId: number | null;
        };
        CustomerRowInput: {
            id: number;
            code: string;
            name: string;
            salesRep: components["schemas"]["PersonRefInput"] | null;
            collector: components["schemas"]["PersonRefInput"] | null;
            outstanding: components["schemas"]["MoneyInput"][];
            late: components["schemas"]["MoneyInput"][];
            lateItems: number;
            daysLate: number;
            averageDelay: number | null;
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            next: components["schemas"]["NextStepInput"] | null;
        };
        CustomerInput: {
            code: string;
            name: string;
            tradeName: string | null;
            /** @enum {string} */
            category: "company" | "publicBody" | "individual";
            siren: string | null;
            vatNumber: string | null;
            language: string;
            currency: string;
            paymentTerms: string | null;
            automaticMeans: boolean;
            addressLine1: string | null;
            addressLine2: string | null;
            postcode: string | null;
            city: string | null;
            country: string;
            phone: string | null;
            salesRepId: number | null;
            collectorId: number | null;
            parentId: number | null;
            scenarioId: number | null;
            accountCode: string | null;
            earlyDiscountBasisPoints: number | null;
            earlyDiscountDays: number | null;
            creditLimit: number | null;
            customerSince: string | null;
            handedOverOn: string | null;
            insolvencyOn: string | null;
            id: number;
            salesRep: components["schemas"]["PersonRefInput"] | null;
            collector: components["schemas"]["PersonRefInput"] | null;
            parent: {
                id: number;
                name: string;
            } | null;
            children: {
                id: number;
                name: string;
            }[];
            scenario: {
                id: number;
                name: string;
                isDefault: boolean;
            };
            pause: {
                until: string | "furtherNotice";
                note: string | null;
                /** Format: date */
                since: string;
            } | null;
            outstanding: components["schemas"]["MoneyInput"][];
            outstandingItems: number;
            late: components["schemas"]["MoneyInput"][];
            lateItems: number;
            daysLate: number;
            unallocatedCredit: components["schemas"]["MoneyInput"][];
            openCreditNotes: components["schemas"]["MoneyInput"][];
            averageDelay: number | null;
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            contacts: components["schemas"]["ContactInput"][];
            ibans: {
                id: number;
                iban: string;
                /** @enum {string} */
                learntFrom: "file" | "person" | "bank";
            }[];
            aliases: components["schemas"]["CustomerAliasInput"][];
            habit: {
                invoiceId: number;
                invoiceNumber: string;
                /** Format: date */
                paidOn: string;
                daysAfterDue: number;
            }[];
            counts: {
                invoices: number;
                payments: number;
                exchanges: number;
                contacts: number;
            };
            next: components["schemas"]["NextStepInput"] | null;
            lastContactOn: string | null;
        };
        RemindersReceivedInput: {
            total: number;
            emails: number;
            texts: number;
            letters: number;
            calls: number;
            rows: {
                id: number;
                /** Format: date */
                on: string;
                /** @enum {string} */
                channel: "email" | "sms" | "letter" | "call";
                title: string;
                person: string | null;
                reminderId: number | null;
                taskId: number | null;
                invoices: string[];
            }[];
        };
        DisputeRowInput: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
            category: {
                id: number;
                name: string;
            } | null;
            note: string | null;
            /** Format: date */
            openedOn: string;
            ageDays: number;
            owner: components["schemas"]["PersonRefInput"] | null;
            /** @enum {string} */
            turn: "ourTurn" | "customerTurn" | "thirdTurn";
            deadline: string | null;
            isOverdue: boolean;
            awaiting: ("creditNote" | "correctedInvoice") | null;
            resolvedOn: string | null;
            outcome: ("creditNote" | "correctedInvoice" | "rejected" | "agreed" | "settled") | null;
            contested: components["schemas"]["MoneyInput"][];
            invoices: {
                id: number;
                number: string;
            }[];
            comments: number;
            files: number;
        };
        DisputeInput: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
            category: {
                id: number;
                name: string;
            } | null;
            note: string | null;
            /** Format: date */
            openedOn: string;
            ageDays: number;
            owner: components["schemas"]["PersonRefInput"] | null;
            /** @enum {string} */
            turn: "ourTurn" | "customerTurn" | "thirdTurn";
            deadline: string | null;
            isOverdue: boolean;
            awaiting: ("creditNote" | "correctedInvoice") | null;
            resolvedOn: string | null;
            outcome: ("creditNote" | "correctedInvoice" | "rejected" | "agreed" | "settled") | null;
            contested: components["schemas"]["MoneyInput"][];
            invoices: {
                id: number;
                number: string;
            }[];
            comments: number;
            files: number;
            language: string;
            items: {
                id: number;
                invoice: {
                    id: number;
                    number: string;
                };
                /** Format: date */
                dueDate: string;
                amountDue: components["schemas"]["MoneyInput"];
                part: components["schemas"]["MoneyInput"] | null;
            }[];
            events: {
                id: number;
                /** @enum {string} */
                kind: "comment" | "turn" | "owner" | "deadline" | "awaiting" | "part" | "file" | "resolved" | "settled" | "reopened";
                text: string | null;
                to: string | null;
                /** Format: date */
                on: string;
                person: string | null;
            }[];
            documents: {
                id: number;
                name: string;
                mediaType: string;
                size: number;
            }[];
            resolution: string | null;
            told: string | null;
            linked: {
                id: number;
                number: string;
            } | null;
            linkable: {
                id: number;
                number: string;
                kind: string;
            }[];
            mayResolve: boolean;
        };
        AnswerRowInput: {
            id: number;
            /** @enum {string} */
            class: "reply" | "autoReply" | "outOfOffice" | "bounce" | "delayed" | "delivered" | "complaint" | "receipt";
            from: {
                name: string;
                address: string;
            };
            subject: string;
            excerpt: string;
            receivedAt: string;
            /** Format: date */
            receivedOn: string;
            returnsOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            isRead: boolean;
            isDismissed: boolean;
        };
        AnswerInput: {
            id: number;
            /** @enum {string} */
            class: "reply" | "autoReply" | "outOfOffice" | "bounce" | "delayed" | "delivered" | "complaint" | "receipt";
            from: {
                name: string;
                address: string;
            };
            subject: string;
            excerpt: string;
            receivedAt: string;
            /** Format: date */
            receivedOn: string;
            returnsOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            isRead: boolean;
            isDismissed: boolean;
            body: string;
            signature: string;
            quoted: string;
            html: string;
            fileList: {
                position: number;
                name: string;
                type: string;
                size: number;
            }[];
            isPartial: boolean;
            sourceRemovedOn: string | null;
            size: number;
            foundBy: ("message" | "invoice" | "address" | "person") | null;
            reminder: {
                id: number;
                subject: string;
                sentAt: string | null;
            } | null;
            isFromContact: boolean;
            readBy: string | null;
            readAt: string | null;
            undelivered: {
                address: string;
                /** @enum {string} */
                fate: "dead" | "wait" | "ours" | "complained";
                status: string | null;
                diagnostic: string;
            }[];
            likely: {
                id: number;
                name: string;
            }[];
        };
        MailboxInput: {
            isOn: boolean;
            host: string;
            port: number;
            /** @enum {string} */
            security: "tls" | "starttls" | "none";
            username: string;
            hasPassword: boolean;
            folder: string;
            movesTo: string | null;
            testedAt: string | null;
            since: string | null;
            readAt: string | null;
            problem: string | null;
            problemSince: string | null;
        };
        AnswerRulesInput: {
            answersPause: boolean;
            softBouncesLimit: number;
            sourcesKeptMonths: number;
        };
        SmsGatewayInput: {
            isActive: boolean;
            url: string;
            /** @enum {string} */
            method: "POST" | "PUT" | "GET";
            bodyTemplate: string;
            mostParts: number;
            sender: string | null;
            hasHeaders: boolean;
        };
        HandoverInput: {
            id: number;
            /** @enum {string} */
            receiver: "agency" | "bailiff" | "lawyer" | "other";
            receiverName: string;
            reference: string | null;
            note: string | null;
            /** Format: date */
            handedOverOn: string;
            invoices: {
                number: string;
                amountDue: components["schemas"]["MoneyInput"];
            }[];
            endedOn: string | null;
        };
        InsolvencyInput: {
            id: number;
            /** @enum {string} */
            kind: "safeguard" | "receivership" | "liquidation";
            /** Format: date */
            judgedOn: string;
            publishedOn: string | null;
            court: string | null;
            officeHolder: string | null;
            isCreditorAway: boolean;
            /** Format: date */
            declareBy: string;
            declaredOn: string | null;
            note: string | null;
            endedOn: string | null;
        };
        WriteOffInput: {
            id: number;
            invoice: {
                id: number;
                number: string;
            };
            openItemId: number;
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            reason: "insolvencyClosed" | "noAssets" | "untraceable" | "tooCostly" | "settlement" | "limitation" | "other";
            note: string | null;
            /** Format: date */
            writtenOffOn: string;
            isEnded: boolean;
        };
        HalfYearRateInput: {
            halfYear: string;
            mainRefinancing: number | null;
            legal: number | null;
            derived: {
                statutory: number;
                publicBuyer: number;
                floor: number;
            } | null;
            /** @enum {string} */
            origin: "published" | "concordant" | "entered" | "missing";
            source: string | null;
            readOn: string | null;
            enteredBy: string | null;
        };
        InterestDecisionInput: {
            id: number;
            /** @enum {string} */
            covers: "interest" | "fee";
            /** @enum {string} */
            decision: "claimed" | "waived";
            reason: string;
            /** Format: date */
            decidedOn: string;
            person: string | null;
        };
        LimitationInput: {
            /** Format: date */
            since: string;
            /** @enum {string} */
            because: "start" | "courtClaim" | "enforcement" | "acknowledgement" | "partPayment";
            /** Format: date */
            endsOn: string;
            /** @enum {string} */
            rule: "commerce" | "consumer" | "publicBody";
            /** @enum {string} */
            stage: "far" | "sixMonths" | "threeMonths" | "over";
        };
        InvoiceLawInput: {
            invoice: {
                id: number;
                number: string;
            };
            /** Format: date */
            dueDate: string;
            amountDue: components["schemas"]["MoneyInput"];
            items: number[];
            interest: {
                amount: components["schemas"]["MoneyInput"];
                fee: components["schemas"]["MoneyInput"];
                rate: number | null;
                /** @enum {string} */
                from: "customer" | "firm" | "law" | "publicBuyer";
                isChosen: boolean;
                missing: string | null;
                /** Format: date */
                asOf: string;
                belowFloor: string[];
                segments: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    days: number;
                    base: components["schemas"]["MoneyInput"];
                    rate: number;
                    interest: components["schemas"]["MoneyInput"];
                }[];
            } | null;
            decisions: components["schemas"]["InterestDecisionInput"][];
            limitation: components["schemas"]["LimitationInput"] | null;
            writtenOffOn: string | null;
        };
        FormalNoticeInput: {
            id: number;
            /** @enum {string} */
            means: "registeredLetter" | "electronicRegisteredLetter" | "letter" | "email" | "bailiff";
            /** Format: date */
            sentOn: string;
            receivedOn: string | null;
            deadlineDays: number;
            /** Format: date */
            deadline: string;
            trackingNumber: string | null;
            note: string | null;
            proof: string | null;
            invoices: string[];
            isEnded: boolean;
        };
        LegalFileInput: {
            id: number;
            name: string;
            size: number;
            files: number;
            seal: string;
            /** Format: date */
            madeOn: string;
            person: string | null;
        };
        CustomerLawInput: {
            /** @enum {string} */
            category: "company" | "publicBody" | "individual";
            customerRate: number | null;
            missingRate: string | null;
            terms: {
                legalEntity: {
                    id: number;
                    name: string;
                };
                from: ("customer" | "firm" | "law" | "publicBuyer") | null;
                rate: number | null;
                isChosen: boolean;
            }[];
            invoices: components["schemas"]["InvoiceLawInput"][];
            totals: {
                interest: components["schemas"]["MoneyInput"][];
                fees: components["schemas"]["MoneyInput"][];
                claimed: components["schemas"]["MoneyInput"][];
                waived: components["schemas"]["MoneyInput"][];
            };
            noNoticeBecause: ("insolvent" | "publicBody" | "individual") | null;
            formalNotices: components["schemas"]["FormalNoticeInput"][];
            lettersToRecord: {
                task: number;
                /** Format: date */
                postedOn: string;
                trackingNumber: string;
                invoices: {
                    id: number;
                    number: string;
                }[];
            }[];
            limitationActs: {
                id: number;
                /** @enum {string} */
                kind: "courtClaim" | "enforcement" | "acknowledgement";
                /** Format: date */
                doneOn: string;
                note: string;
                invoices: string[];
                isEnded: boolean;
            }[];
            handovers: components["schemas"]["HandoverInput"][];
            insolvencies: components["schemas"]["InsolvencyInput"][];
            writeOffs: components["schemas"]["WriteOffInput"][];
            files: components["schemas"]["LegalFileInput"][];
        };
        LegalFileVerdictInput: {
            /** @enum {string} */
            verdict: "sealed" | "unknownSeal" | "altered" | "notALegalFile";
            seal: string | null;
            madeOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            problems: {
                file: string;
                /** @enum {string} */
                problem: "changed" | "missing" | "unknown";
            }[];
        };
        LetterBatchInput: {
            id: number;
            letters: number;
            pages: number;
            /** Format: date */
            madeOn: string;
            madeAt: string;
            person: string | null;
            service: string | null;
            place: string | null;
            handedAt: string | null;
            customers: {
                task: number;
                id: number;
                name: string;
                /** @enum {string} */
                state: "toPost" | "sent" | "dropped";
                postedOn: string | null;
                registeredNumber: string | null;
            }[];
        };
        LetterPostingInput: {
            registeredNumber: string | null;
            /** Format: date */
            postedOn: string;
            proofName: string | null;
            hasLetter: boolean;
        };
        WeekReminderInput: {
            reminder: number | null;
            customer: {
                id: number;
                name: string;
            };
            legalEntityId: number;
            /** Format: date */
            on: string;
            stepLabel: string | null;
            tone: ("courtesy" | "friendly" | "neutral" | "firm" | "formalNotice") | null;
            /** @enum {string} */
            state: "ready" | "pendingApproval" | "sending" | "planned";
            total: components["schemas"]["MoneyInput"][];
        };
        ShownProfileInput: {
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            /** @enum {string} */
            reckoned: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            /** @enum {string} */
            because: "insolvency" | "brokenPromises" | "plan" | "late" | "tooFew" | "habit";
            lines: number;
            typicalDays: number | null;
            sentence: string;
            declared: {
                /** @enum {string} */
                profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
                note: string;
                /** Format: date */
                on: string;
                by: string | null;
                sentence: string;
            } | null;
        };
        PayerRulesInput: {
            windowMonths: number;
            linesNeeded: number;
            punctualDays: number;
            forgetfulDays: number;
            riskyDays: number;
            brokenPromises: number;
        };
        ScenarioStepInput: {
            key: string;
            delayDays: number;
            /** @enum {string} */
            channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            assignee: "salesRep" | "collector" | "director" | "person";
            assigneeId: number | null;
            isActive: boolean;
            label: string | null;
            sender: ("collector" | "salesRep") | null;
            recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
            copies: ({
                /** @enum {string} */
                role: "accountsPayable" | "invoices" | "escalation" | "other";
            } | {
                /** @enum {string} */
                ours: "salesRep" | "collector" | "director";
            } | {
                address: string;
            })[];
            departureMinute: number | null;
            /** @enum {string} */
            release: "asOrganization" | "automatic" | "toApprove";
            feeFixed: number | null;
            feeBasisPoints: number | null;
            texts: {
                language: string;
                subject: string;
                body: string;
            }[];
        };
        EnteredStepInput: {
            key: string;
            delayDays: number;
            /** @enum {string} */
            channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            assignee: "salesRep" | "collector" | "director" | "person";
            assigneeId: number | null;
            isActive: boolean;
            label?: string | null;
            sender?: ("collector" | "salesRep") | null;
            recipients?: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
            copies?: ({
                /** @enum {string} */
                role: "accountsPayable" | "invoices" | "escalation" | "other";
            } | {
                /** @enum {string} */
                ours: "salesRep" | "collector" | "director";
            } | {
                address: string;
            })[];
            departureMinute?: number | null;
            /** @enum {string} */
            release?: "asOrganization" | "automatic" | "toApprove";
            feeFixed?: number | null;
            feeBasisPoints?: number | null;
            texts?: {
                language: string;
                subject: string;
                body: string;
            }[];
        };
        ScenarioRulesInput: {
            minimumDaysBetweenContacts?: number;
            tolerance?: number;
            approvalAbove?: number;
            repeat?: {
                everyDays: number;
                atMost: number;
            };
            everyDay?: boolean;
        };
        ScenarioVersionInput: {
            version: number;
            name: string;
            effectiveOn: string | null;
            rules: components["schemas"]["ScenarioRulesInput"];
            writtenAt: string;
            by: string | null;
            isReplaced: boolean;
            steps: components["schemas"]["ScenarioStepInput"][];
        };
        ScenarioInput: {
            id: number;
            name: string;
            preset: ("standard" | "gentle" | "firm" | "publicBody" | "individual") | null;
            version: number;
            rules: components["schemas"]["ScenarioRulesInput"];
            defaultFor: ("company" | "publicBody" | "individual")[];
            customers: number;
            steps: {
                key: string;
                delayDays: number;
                /** @enum {string} */
                channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
                /** @enum {string} */
                tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                /** @enum {string} */
                assignee: "salesRep" | "collector" | "director" | "person";
                assigneeId: number | null;
                isActive: boolean;
                label: string | null;
                sender: ("collector" | "salesRep") | null;
                recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
                copies: ({
                    /** @enum {string} */
                    role: "accountsPayable" | "invoices" | "escalation" | "other";
                } | {
                    /** @enum {string} */
                    ours: "salesRep" | "collector" | "director";
                } | {
                    address: string;
                })[];
                departureMinute: number | null;
                /** @enum {string} */
                release: "asOrganization" | "automatic" | "toApprove";
                feeFixed: number | null;
                feeBasisPoints: number | null;
                texts: {
                    language: string;
                    subject: string;
                    body: string;
                }[];
                waiting: number;
            }[];
        };
        OneScenarioInput: {
            id: number;
            name: string;
            preset: ("standard" | "gentle" | "firm" | "publicBody" | "individual") | null;
            version: number;
            rules: components["schemas"]["ScenarioRulesInput"];
            defaultFor: ("company" | "publicBody" | "individual")[];
            customers: number;
            steps: {
                key: string;
                delayDays: number;
                /** @enum {string} */
                channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
                /** @enum {string} */
                tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                /** @enum {string} */
                assignee: "salesRep" | "collector" | "director" | "person";
                assigneeId: number | null;
                isActive: boolean;
                label: string | null;
                sender: ("collector" | "salesRep") | null;
                recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
                copies: ({
                    /** @enum {string} */
                    role: "accountsPayable" | "invoices" | "escalation" | "other";
                } | {
                    /** @enum {string} */
                    ours: "salesRep" | "collector" | "director";
                } | {
                    address: string;
                })[];
                departureMinute: number | null;
                /** @enum {string} */
                release: "asOrganization" | "automatic" | "toApprove";
                feeFixed: number | null;
                feeBasisPoints: number | null;
                texts: {
                    language: string;
                    subject: string;
                    body: string;
                }[];
                waiting: number;
            }[];
            planned: components["schemas"]["ScenarioVersionInput"] | null;
        };
        ScenarioRuleInput: {
            id: number;
            scenario: number;
            category: ("company" | "publicBody" | "individual") | null;
            profile: ("unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky") | null;
            salesRep: number | null;
            collector: number | null;
            owesFrom: number | null;
            owesBelow: number | null;
        };
        EnteredScenarioRuleInput: {
            scenario: number;
            category: ("company" | "publicBody" | "individual") | null;
            /** @default null */
            profile: ("unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky") | null;
            salesRep: number | null;
            collector: number | null;
            owesFrom: number | null;
            owesBelow: number | null;
        };
        ContactCountsInput: {
            emails: number;
            texts: number;
            calls: number;
            letters: number;
            decisions: number;
        };
        ToldContactInput: {
            customer: {
                id: number;
                name: string;
            };
            /** Format: date */
            on: string;
            channel: ("sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision") | null;
            step: string | null;
            total: components["schemas"]["MoneyInput"][];
            held: {
                because: string;
                label: string;
            } | null;
            isReal: boolean;
        };
        ChangedContactInput: {
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            how: "sooner" | "later" | "added" | "dropped" | "otherwise";
            was: string | null;
            is: string | null;
        };
        FollowedScenarioInput: {
            scenario: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            from: "invoice" | "customer" | "rule" | "organization";
            sentence: string;
        };
        MessageTemplateInput: {
            /** @enum {string} */
            channel: "email" | "sms" | "call";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice" | "paymentNotFound";
            /** @example fr */
            language: string;
            /** @enum {string} */
            fallback: "fr" | "en";
            subject: string;
            body: string;
            isDefault: boolean;
        };
        MessageLanguageInput: {
            /** @example fr */
            code: string;
            /** @enum {string} */
            fallback: "fr" | "en";
            customers: number;
        };
        ReminderRowInput: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            state: "pendingApproval" | "ready" | "sending" | "sent" | "inTestOutbox" | "failed" | "uncertain" | "cancelled" | "held";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            stepLabel: string | null;
            items: number;
            total: components["schemas"]["MoneyInput"][];
            deducted: components["schemas"]["MoneyInput"][];
            /** Format: date */
            decidedOn: string;
            leavesAt: string | null;
            leavesIfApproved: string | null;
            isTriedAgain: boolean;
            sentAt: string | null;
            sentence: string;
            isEdited: boolean;
            isChanged: boolean;
            collector: components["schemas"]["PersonRefInput"] | null;
        };
        HeldRowInput: {
            customer: {
                id: number;
                name: string;
            };
            legalEntityId: number;
            because: string;
            label: string;
            sentence: string;
            until: string | null;
            total: components["schemas"]["MoneyInput"][];
            reminderId: number | null;
            note: string | null;
        };
        MessagePreviewInput: {
            id: number | null;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            state: "pendingApproval" | "ready" | "sending" | "sent" | "inTestOutbox" | "failed" | "uncertain" | "cancelled" | "held";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            from: string;
            replyTo: string | null;
            to: string[];
            cc: string[];
            subject: string;
            text: string;
            html: string;
            attachments: {
                name: string;
                invoiceId: number;
                size: number | null;
            }[];
            why: string;
            stepLabel: string | null;
            stepInvoice: string | null;
            missing: string[];
            edited: {
                by: string | null;
                at: string;
            } | null;
            notice: string | null;
            draft: {
                subject: string;
                body: string;
            };
            kept: {
                name: string;
                value: string;
            }[];
            serverReply: string | null;
        };
        ReminderFacetInput: {
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            channel: "email" | "sms";
            collector: components["schemas"]["PersonRefInput"] | null;
            pending: number;
            approved: number;
        };
        PushResultInput: {
            externalId: string | null;
            number: string | null;
            /** @enum {string} */
            result: "created" | "changed" | "unchanged" | "refused";
            refusals: {
                field: string;
                code: string;
                value: string | null;
                sentence: string;
                suggestion: {
                    field: string;
                    value: string;
                } | null;
            }[];
            warnings: {
                code: string;
                sentence: string;
            }[];
        };
        SourceInput: {
            id: number;
            /** @enum {string} */
            kind: "upload" | "folder" | "sftp" | "api";
            name: string;
            legalEntityId: number;
            /** @enum {string} */
            holds: "some" | "allOpen" | "all";
            isActive: boolean;
            isGuarded: boolean;
            settings: {
                folder: string;
                /** @default  */
                pattern: string;
                /** @default 15 */
                everyMinutes: number;
                /** @default null */
                hours: {
                    from: number;
                    to: number;
                } | null;
                /** @default false */
                importsByItself: boolean;
                /** @default 0 */
                mostToFix: number;
                /** @default false */
                movesToDone: boolean;
                /** @default null */
                server: {
                    host: string;
                    /** @default 22 */
                    port: number;
                    user: string;
                } | null;
            } | null;
            hasSecret: boolean;
            hostKey: string | null;
            looksAt: string | null;
            lastLookedAt: string | null;
            lastGoodImportAt: string | null;
            lastGoodOn: string | null;
            ageDays: number | null;
            isFresh: boolean;
            trouble: string | null;
            waiting: {
                id: number;
                name: string;
                sentence: string;
            }[];
            missing: number;
            canRemove: boolean;
        };
        ImportInput: {
            id: number;
            name: string;
            /** @enum {string} */
            state: "checking" | "checked" | "importing" | "imported" | "failed" | "undone";
            uploadedAt: string;
            uploadedBy: string | null;
            program: {
                name: string;
                pushedOn: string | null;
            } | null;
            importedAt: string | null;
            undoUntil: string | null;
            undoneAt: string | null;
            progress: {
                rows: number;
                total: number | null;
                share: number;
            };
            format: {
                /** @enum {string} */
                kind: "csv" | "xlsx" | "fec" | "eInvoices";
                encoding: string | null;
                separator: string | null;
                /** @enum {string} */
                decimal: "," | "." | "auto";
                /** @enum {string} */
                dateOrder: "dmy" | "mdy" | "ymd" | "auto";
                headerLine: number;
                forms: ("twoLineHeader" | "mergedCells" | "customerTitles" | "customerOnFirstRow" | "agedColumns" | "journal")[];
                sheet: string | null;
                sheets: string[];
                leftOut: {
                    line: number;
                    /** @enum {string} */
                    why: "aboveHeader" | "comment" | "total" | "repeatedHeader" | "customerTitle" | "page";
                    text: string;
                }[];
                repairs: {
                    code: string;
                    sentence: string;
                }[];
            } | null;
            columns: {
                position: number;
                header: string;
                samples: string[];
                field: string | null;
                /** @enum {string} */
                confidence: "sure" | "check" | "none";
            }[];
            fields: {
                field: string;
                label: string;
                isNeeded: boolean;
            }[];
            isRemembered: boolean;
            summary: {
                ready: number;
                toFix: number;
                newInvoices: number;
                changedInvoices: number;
                unchangedInvoices: number;
                newCustomers: number;
                customers: {
                    added: number;
                    changed: number;
                    unchanged: number;
                } | null;
                total: components["schemas"]["MoneyInput"][];
                amountDue: components["schemas"]["MoneyInput"][];
                alreadyLate: number;
                from: string | null;
                to: string | null;
                warnings: {
                    code: string;
                    count: number;
                    firstLine: number;
                    sentence: string;
                }[];
            } | null;
            refusals: {
                line: number;
                invoiceNumber: string | null;
                field: string;
                code: string;
                value: string | null;
                suggestion: string | null;
                title: string;
                sentence: string;
                correction: string | null;
            }[];
            refusalCount: number;
            preview: {
                line: number;
                invoiceNumber: string;
                customerName: string;
                issueDate: string | null;
                dueDate: string | null;
                total: {
                    amount: number;
                    currency: string;
                };
                amountDue: {
                    amount: number;
                    currency: string;
                };
            }[];
            files: {
                count: number;
                invoices: number;
                creditNotes: number;
                toAttach: number;
                attached: number;
                forms: {
                    form: string;
                    count: number;
                }[];
                listed: {
                    position: number;
                    name: string;
                    state: string;
                    number: string | null;
                    sentence: string;
                    amountDue: {
                        amount: number;
                        currency: string;
                    } | null;
                }[];
            } | null;
            error: {
                code: string;
                sentence: string;
            } | null;
            legalEntityId: number;
            source: {
                id: number;
                name: string;
                /** @enum {string} */
                holds: "some" | "allOpen" | "all";
            } | null;
            missing: number;
            ledger: {
                lines: number;
                debit: number;
                credit: number;
                customerDebit: number;
                customerCredit: number;
                entriesOutOfBalance: number;
                letteredGroups: number;
                lettersOutOfBalance: {
                    customer: string;
                    letters: string;
                    balance: number;
                }[];
                unreadable: number;
                from: string | null;
                to: string | null;
                payments: number;
                paid: number;
                firmTerms: string | null;
                otherSiren: string | null;
            } | null;
        };
        SavedViewInput: {
            id: number;
            name: string;
            isShared: boolean;
            sharedBy: string | null;
            mayChange: boolean;
            search: {
                /**
                 * @default late
                 * @enum {string}
                 */
                view: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                q?: string;
                customer?: number;
                late?: number;
                /** @enum {string} */
                bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                /** @enum {string} */
                step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                currency?: string;
                /**
                 * @default daysLate
                 * @enum {string}
                 */
                sort: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                /**
                 * @default desc
                 * @enum {string}
                 */
                direction: "asc" | "desc";
                owner?: "me" | number;
                columns: ("customer" | "number" | "subject" | "project" | "issueDate" | "dueDate" | "daysLate" | "amount" | "amountDue" | "lateInterest" | "lastReminder" | "next" | "salesRep" | "owner")[];
            };
        };
        OpenItemRowInput: {
            id: number;
            invoiceId: number;
            invoiceNumber: string;
            /** @enum {string} */
            kind: "invoice" | "deposit" | "interim" | "creditNote";
            part: {
                position: number;
                of: number;
            } | null;
            customer: {
                id: number;
                name: string;
            };
            subject: string | null;
            project: string | null;
            /** Format: date */
            issueDate: string;
            /** Format: date */
            dueDate: string;
            isDueAssumed: boolean;
            daysLate: number;
            amount: components["schemas"]["MoneyInput"];
            amountDue: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            status: "open" | "partiallyPaid" | "paid";
            isDisputed: boolean;
            disputedPart: components["schemas"]["MoneyInput"] | null;
            delayedUntil: string | null;
            isPaused: boolean;
            promisedFor: string | null;
            lastReminder: {
                /** Format: date */
                on: string;
                label: string;
            } | null;
            next: components["schemas"]["NextStepInput"] | null;
            owner: components["schemas"]["PersonRefInput"] | null;
            salesRep: components["schemas"]["PersonRefInput"] | null;
            end: ("writtenOff" | "handedOver" | "insolvency") | null;
            lateInterest?: components["schemas"]["MoneyInput"] | null;
        };
        InvoiceInput: {
            id: number;
            number: string;
            /** @enum {string} */
            kind: "invoice" | "deposit" | "interim" | "creditNote";
            customer: {
                id: number;
                name: string;
            };
            legalEntity: {
                id: number;
                name: string;
            };
            /** Format: date */
            issueDate: string;
            subject: string | null;
            project: string | null;
            orderReference: string | null;
            paymentTerms: string | null;
            total: components["schemas"]["MoneyInput"];
            paid: components["schemas"]["MoneyInput"];
            amountDue: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            status: "open" | "partiallyPaid" | "paid";
            daysLate: number;
            isDisputed: boolean;
            items: {
                id: number;
                invoiceId: number;
                invoiceNumber: string;
                /** @enum {string} */
                kind: "invoice" | "deposit" | "interim" | "creditNote";
                part: {
                    position: number;
                    of: number;
                } | null;
                customer: {
                    id: number;
                    name: string;
                };
                subject: string | null;
                project: string | null;
                /** Format: date */
                issueDate: string;
                /** Format: date */
                dueDate: string;
                isDueAssumed: boolean;
                daysLate: number;
                amount: components["schemas"]["MoneyInput"];
                amountDue: components["schemas"]["MoneyInput"];
                /** @enum {string} */
                status: "open" | "partiallyPaid" | "paid";
                isDisputed: boolean;
                disputedPart: components["schemas"]["MoneyInput"] | null;
                delayedUntil: string | null;
                isPaused: boolean;
                promisedFor: string | null;
                lastReminder: {
                    /** Format: date */
                    on: string;
                    label: string;
                } | null;
                next: components["schemas"]["NextStepInput"] | null;
                owner: components["schemas"]["PersonRefInput"] | null;
                salesRep: components["schemas"]["PersonRefInput"] | null;
                end: ("writtenOff" | "handedOver" | "insolvency") | null;
                lateInterest?: components["schemas"]["MoneyInput"] | null;
                pause: {
                    until: string | "furtherNotice";
                    note: string | null;
                } | null;
            }[];
            allocations: {
                id: number;
                openItemId: number;
                /** Format: date */
                on: string;
                amount: components["schemas"]["MoneyInput"];
                /** @enum {string} */
                source: "payment" | "creditNote" | "difference";
                paymentId: number | null;
                creditItemId: number | null;
                invoice: {
                    id: number;
                    number: string;
                } | null;
                label: string;
                isReversed: boolean;
            }[];
            next: components["schemas"]["NextStepInput"] | null;
            why: {
                title: string;
                sentence: string;
            };
            history: components["schemas"]["HistoryEntryInput"][];
            lateInterest: {
                interest: components["schemas"]["MoneyInput"];
                recoveryFee: components["schemas"]["MoneyInput"];
                rate: number | null;
                missing: string | null;
            } | null;
            disputes: {
                id: number;
                reason: string;
                category: {
                    id: number;
                    name: string;
                } | null;
                note: string | null;
                /** Format: date */
                openedOn: string;
                resolvedOn: string | null;
            }[];
            promises: {
                id: number;
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["MoneyInput"];
                /** @enum {string} */
                state: "pending" | "kept" | "partiallyKept" | "broken" | "withdrawn" | "replaced";
            }[];
            file: {
                name: string;
            } | null;
            instruction: {
                reference: string | null;
                iban: string | null;
                payee: string | null;
                isFactored: boolean;
                contract: string | null;
                preceding: string | null;
                isCorrection: boolean;
                lateInterest: string | null;
                indemnity: string | null;
                discount: string | null;
            } | null;
            source: {
                id: number;
                name: string;
            } | null;
            missing: {
                /** Format: date */
                since: string;
                file: {
                    id: number;
                    name: string;
                };
            } | null;
        };
        PaymentRowInput: {
            id: number;
            /** Format: date */
            receivedOn: string;
            customer: {
                id: number;
                name: string;
            };
            amount: components["schemas"]["MoneyInput"];
            unallocated: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            means: "transfer" | "cheque" | "card" | "directDebit" | "billOfExchange" | "cash" | "other";
            reference: string | null;
            /** @enum {string} */
            origin: "manual" | "import" | "bank";
            allocations: {
                invoiceId: number;
                invoiceNumber: string;
                amount: components["schemas"]["MoneyInput"];
            }[];
            enteredBy: string | null;
            enteredAt: string;
            undoUntil: string | null;
            reversal: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                reason: "rejected" | "mistake" | "undone";
                note: string | null;
            } | null;
        };
        DepositSlipRowInput: {
            id: number;
            number: string;
            /** Format: date */
            depositedOn: string;
            total: components["schemas"]["MoneyInput"][];
            payments: {
                id: number;
                customer: {
                    id: number;
                    name: string;
                };
                amount: components["schemas"]["MoneyInput"];
                isReversed: boolean;
            }[];
        };
        ApiKeyInput: {
            id: number;
            name: string;
            legalEntity: {
                id: number;
                name: string;
            };
            ending: string;
            mayApply: boolean;
            madeBy: string;
            madeAt: string;
            lastUsedOn: string | null;
            revokedAt: string | null;
        };
        OrganizationInput: {
            id: number;
            name: string;
            isDemo: boolean;
            /** @enum {string} */
            language: "fr" | "en";
            timeZone: string;
            baseCurrency: string;
            automaticSending: boolean;
            sendingFrozen: boolean;
            sendingFromMinute: number;
            sendingToMinute: number;
            departureMinute: number;
            recallMinutes: number;
            /** @enum {string} */
            forewarning: "off" | "dayBefore" | "morning";
            /** @enum {string} */
            forewarned: "collector" | "salesRep" | "both";
            forewarningMinute: number;
            minimumDaysBetweenContacts: number;
            toleranceAmount: number;
            promiseGraceDays: number;
            callTries: number;
            callAgainDays: number;
            paymentSearchDays: number;
            instalmentGraceDays: number;
            differenceAmount: number;
            alsaceMoselle: boolean;
            messagesPerHour: number;
        };
        PersonInput: {
            id: number;
            name: string;
            email: string;
            phone: string | null;
            signature: string | null;
            /** @enum {string} */
            role: "admin" | "director" | "accountant" | "sales" | "project" | "readonly";
            isActive: boolean;
            canSignIn: boolean;
        };
        LegalEntityInput: {
            id: number;
            name: string;
            legalForm: string | null;
            capital: string | null;
            siren: string | null;
            rcs: string | null;
            vatNumber: string | null;
            addressLine1: string | null;
            addressLine2: string | null;
            postcode: string | null;
            city: string | null;
            country: string;
            phone: string | null;
            email: string | null;
            iban: string | null;
            bic: string | null;
            defaultTerms: string | null;
            lateInterestRate: number | null;
            followsLegalRate: boolean;
            /** @enum {string} */
            rateReading: "segmented" | "fixedAtStart";
            rateConfirmedFor: string | null;
            smtp: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
                username: string | null;
                hasPassword: boolean;
                fromName: string;
                fromAddress: string;
                replyTo: string | null;
                testedAt: string | null;
            } | null;
        };
        SessionInput: {
            email: string;
            person: components["schemas"]["PersonInput"];
            organization: components["schemas"]["OrganizationInput"];
            organizations: {
                id: number;
                name: string;
                isDemo: boolean;
            }[];
            legalEntities: {
                id: number;
                name: string;
            }[];
            /** Format: date */
            today: string;
            hasSmtp: boolean;
            badges: {
                tasks: number;
                reminders: number;
                payments: number;
            };
            checklist: {
                invoices: boolean;
                scenario: boolean;
                sender: boolean;
                colleague: boolean;
                closed: boolean;
            };
        };
        AgreementsInput: {
            promises: {
                id: number;
                /** Format: date */
                promisedFor: string;
                /** Format: date */
                keptUntil: string;
                amount: components["schemas"]["MoneyInput"];
                received: components["schemas"]["MoneyInput"];
                note: string | null;
                items: {
                    id: number;
                    invoiceNumber: string;
                    amount: components["schemas"]["MoneyInput"] | null;
                    amountDue: components["schemas"]["MoneyInput"];
                }[];
                invoices: {
                    id: number;
                    number: string;
                }[];
                customer: {
                    id: number;
                    name: string;
                };
                isKept: boolean;
            }[];
            past: {
                id: number;
                /** Format: date */
                notedOn: string;
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["MoneyInput"];
                received: components["schemas"]["MoneyInput"];
                note: string | null;
                /** @enum {string} */
                state: "kept" | "partiallyKept" | "broken" | "withdrawn" | "replaced";
            }[];
            plans: {
                id: number;
                /** Format: date */
                agreedOn: string;
                note: string | null;
                /** @enum {string} */
                standing: "running" | "missed" | "settled";
                confirmedOn: string | null;
                instalments: {
                    /** Format: date */
                    dueOn: string;
                    amount: components["schemas"]["MoneyInput"];
                    /** @enum {string} */
                    state: "paid" | "due" | "missed" | "contested";
                }[];
                contested: components["schemas"]["MoneyInput"];
                invoices: {
                    id: number;
                    number: string;
                }[];
                items: number[];
                customer: {
                    id: number;
                    name: string;
                };
            }[];
            delays: {
                id: number;
                invoice: {
                    id: number;
                    number: string;
                };
                /** Format: date */
                dueDate: string;
                /** Format: date */
                until: string;
                reason: string;
                /** Format: date */
                grantedOn: string;
                grantedBy: string | null;
                isFurther: boolean;
            }[];
        };
        BankAccountRowInput: {
            id: number;
            legalEntity: {
                id: number;
                name: string;
            };
            name: string;
            iban: string | null;
            written: string | null;
            currency: string;
            isActive: boolean;
            balance: components["schemas"]["MoneyInput"] | null;
            lastStatementOn: string | null;
            lastBroughtAt: string | null;
            gaps: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                missing: components["schemas"]["MoneyInput"] | null;
                sentence: string;
            }[];
        };
        BankStatementRowInput: {
            id: number;
            account: {
                id: number;
                name: string;
            };
            fileName: string;
            /** @enum {string} */
            format: "camt" | "cfonb120" | "mt940" | "ofx" | "csv";
            from: string | null;
            to: string | null;
            opening: components["schemas"]["MoneyInput"] | null;
            closing: components["schemas"]["MoneyInput"] | null;
            difference: components["schemas"]["MoneyInput"] | null;
            lines: number;
            newLines: number;
            warnings: string[];
            broughtAt: string;
        };
        BankProposalInput: {
            rank: number;
            basis: string;
            /** @enum {string} */
            kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            customer: {
                id: number;
                name: string;
                code: string;
            } | null;
            title: string;
            detail: string | null;
            allocations: {
                openItemId: number;
                invoiceId: number;
                invoiceNumber: string;
                customer: {
                    id: number;
                    name: string;
                    code: string;
                };
                /** Format: date */
                dueDate: string;
                daysLate: number;
                amountDue: components["schemas"]["MoneyInput"];
                allocated: components["schemas"]["MoneyInput"];
                difference: {
                    /** @enum {string} */
                    reason: "bankFee" | "discount" | "rounding";
                    amount: components["schemas"]["MoneyInput"];
                } | null;
            }[];
            payments: number[];
            credit: components["schemas"]["MoneyInput"];
            gap: components["schemas"]["MoneyInput"];
            evidence: {
                /** @enum {string} */
                speaks: "for" | "against";
                sentence: string;
            }[];
            effects: {
                /** @enum {string} */
                kind: "task" | "reminder" | "item" | "credit";
                sentence: string;
            }[];
        };
        BankLineRowInput: {
            id: number;
            account: {
                id: number;
                name: string;
            } | null;
            /** Format: date */
            bookedOn: string;
            valueOn: string | null;
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            kind: "transfer" | "directDebit" | "chequeDeposit" | "card" | "billOfExchange" | "returned" | "fee" | "other";
            label: string;
            title: string;
            subtitle: string;
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            /** @enum {string} */
            state: "toMatch" | "matched" | "notACustomer";
            match: {
                id: number;
                /** @enum {string} */
                kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
                byItself: boolean;
                matchedBy: string | null;
                matchedAt: string;
                payments: number[];
            } | null;
            isReturned: boolean;
        };
        BankLineInput: {
            id: number;
            account: {
                id: number;
                name: string;
            } | null;
            /** Format: date */
            bookedOn: string;
            valueOn: string | null;
            amount: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            kind: "transfer" | "directDebit" | "chequeDeposit" | "card" | "billOfExchange" | "returned" | "fee" | "other";
            label: string;
            title: string;
            subtitle: string;
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            /** @enum {string} */
            state: "toMatch" | "matched" | "notACustomer";
            match: {
                id: number;
                /** @enum {string} */
                kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
                byItself: boolean;
                matchedBy: string | null;
                matchedAt: string;
                payments: number[];
            } | null;
            isReturned: boolean;
            payerName: string | null;
            payerIban: string | null;
            endToEndId: string | null;
            bankReference: string | null;
            marks: {
                from: number;
                to: number;
            }[];
            proposals: components["schemas"]["BankProposalInput"][];
            holds: {
                customer: {
                    id: number;
                    name: string;
                    code: string;
                };
                sentence: string;
            }[];
        };
        TaskRecurrenceInput: {
            /** @enum {string} */
            unit: "week" | "month";
            every: number;
            weekday: number | null;
            monthDay: number | null;
            id: number;
            /** @enum {string} */
            kind: "call" | "other";
            title: string;
            note: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            assignee: components["schemas"]["PersonRefInput"] | null;
            /** Format: date */
            startsOn: string;
            nextOn: string | null;
            doneTimes: number;
            missedTimes: number;
        };
        TaskRowInput: {
            key: string;
            id: number | null;
            /** @enum {string} */
            kind: "call" | "letter" | "decision" | "correctAddress" | "allocateCredit" | "resolveUncertain" | "findPayment" | "correctContact" | "other" | "approveReminders";
            /** @enum {string} */
            group: "decide" | "call" | "approve" | "match" | "other";
            title: string;
            reason: string;
            customer: {
                id: number;
                name: string;
            } | null;
            amount: components["schemas"]["MoneyInput"] | null;
            daysLate: number | null;
            /** Format: date */
            dueOn: string;
            isLate: boolean;
            lateSince: string | null;
            tries: number;
            nextHalf: ("morning" | "afternoon") | null;
            isRecurring: boolean;
            handed: {
                by: string | null;
                /** Format: date */
                on: string;
                note: string | null;
            } | null;
            assignee: components["schemas"]["PersonRefInput"] | null;
            /** @enum {string} */
            state: "todo" | "snoozed" | "done" | "dropped";
            endedAt: string | null;
        };
        CalledCustomerInput: {
            task: components["schemas"]["TaskRowInput"];
            contact: components["schemas"]["ContactInput"] | null;
            others: {
                name: string;
                phone: string;
            }[];
            items: {
                number: string;
                /** Format: date */
                dueDate: string;
                daysLate: number;
                amountDue: components["schemas"]["MoneyInput"];
            }[];
            total: components["schemas"]["MoneyInput"][];
            why: string;
            exchanges: components["schemas"]["HistoryEntryInput"][];
            brokenPromises: {
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["MoneyInput"];
                received: components["schemas"]["MoneyInput"];
            }[];
            salesRep: components["schemas"]["PersonRefInput"] | null;
            note: string | null;
            received: {
                total: number;
                emails: number;
                texts: number;
                letters: number;
                calls: number;
            };
            script: string[];
        };
        TaskInput: {
            key: string;
            id: number | null;
            /** @enum {string} */
            kind: "call" | "letter" | "decision" | "correctAddress" | "allocateCredit" | "resolveUncertain" | "findPayment" | "correctContact" | "other" | "approveReminders";
            /** @enum {string} */
            group: "decide" | "call" | "approve" | "match" | "other";
            title: string;
            reason: string;
            customer: {
                id: number;
                name: string;
            } | null;
            amount: components["schemas"]["MoneyInput"] | null;
            daysLate: number | null;
            /** Format: date */
            dueOn: string;
            isLate: boolean;
            lateSince: string | null;
            tries: number;
            nextHalf: ("morning" | "afternoon") | null;
            isRecurring: boolean;
            handed: {
                by: string | null;
                /** Format: date */
                on: string;
                note: string | null;
            } | null;
            assignee: components["schemas"]["PersonRefInput"] | null;
            /** @enum {string} */
            state: "todo" | "snoozed" | "done" | "dropped";
            endedAt: string | null;
            why: string;
            note: string | null;
            contact: components["schemas"]["ContactInput"] | null;
            items: components["schemas"]["OpenItemRowInput"][];
            total: components["schemas"]["MoneyInput"][];
            exchanges: components["schemas"]["HistoryEntryInput"][];
            opening: string | null;
            script: string[];
            salesRep: components["schemas"]["PersonRefInput"] | null;
            reminderId: number | null;
            hasLetter: boolean;
            dispute: number | null;
            course: {
                id: number;
                /** @enum {string} */
                kind: "assigned" | "snoozed" | "notReached" | "wrongContact" | "ended" | "endedItself" | "reopened";
                /** Format: date */
                on: string;
                person: string | null;
                from: string | null;
                to: string | null;
                outcome: string | null;
                until: string | null;
                note: string | null;
            }[];
            follows: {
                next: {
                    /** @constant */
                    kind: "again";
                    attempt: number;
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    half: "morning" | "afternoon";
                } | {
                    /** @constant */
                    kind: "goOn";
                    attempt: number;
                };
                mostTries: number;
                isStep: boolean;
                /** Format: date */
                until: string;
                collector: string | null;
                copy: {
                    attached: string[];
                    missing: string[];
                    /** @enum {string} */
                    leaves: "atOnce" | "afterApproval";
                };
            } | null;
        };
        Money: {
            amount: number;
            currency: string;
        };
        PersonRef: {
            id: number;
            name: string;
        };
        CustomerAlias: {
            id: number;
            code: string;
            name: string;
            siren: string | null;
            vatNumber: string | null;
            /** Format: date */
            mergedOn: string;
        };
        MergePreview: {
            kept: {
                id: number;
                code: string;
                name: string;
                balances: {
                    outstanding: components["schemas"]["Money"];
                    late: components["schemas"]["Money"];
                    inHand: components["schemas"]["Money"];
                }[];
            };
            other: {
                id: number;
                code: string;
                name: string;
                balances: {
                    outstanding: components["schemas"]["Money"];
                    late: components["schemas"]["Money"];
                    inHand: components["schemas"]["Money"];
                }[];
            };
            together: {
                outstanding: components["schemas"]["Money"];
                late: components["schemas"]["Money"];
                inHand: components["schemas"]["Money"];
            }[];
            moves: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            sharedContacts: number;
            warnings: ("differentSiren" | "differentVatNumber" | "differentCurrency" | "differentCategory" | "differentLanguage" | "keptBelongsToOther" | "otherBelongsToKept" | "gentlerScenario" | "pauseStays" | "handOverStays" | "insolvencyStays" | "automaticMeansStay")[];
            fields: {
                /** @enum {string} */
                field: "code" | "name" | "category" | "siren" | "vatNumber" | "language" | "currency" | "paymentTerms" | "address" | "phone" | "salesRep" | "collector" | "parent" | "scenario" | "creditLimit" | "customerSince";
                kept: string | null;
                other: string | null;
                becomes: string | null;
            }[];
        };
        SeparationPreview: {
            kept: {
                id: number;
                code: string;
                name: string;
            };
            other: {
                id: number;
                code: string;
                name: string;
                /** Format: date */
                mergedOn: string;
            };
            back: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            since: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            stays: {
                invoices: number;
                payments: number;
                promises: number;
                disputes: number;
                tasks: number;
                messages: number;
                exchanges: number;
                contacts: number;
            };
            standing: {
                /** @enum {string} */
                kind: "payment" | "creditNote" | "promise" | "paymentPlan" | "dispute";
                sentence: string;
            }[];
        };
        NextStep: {
            /** @enum {string} */
            kind: "email" | "call" | "letter" | "task" | "decision" | "hold" | "none";
            because: string;
            on: string | null;
            isToday: boolean;
            label: string;
            sentence: string;
        };
        Contact: {
            id: number;
            civility: ("Mme" | "M.") | null;
            firstName: string | null;
            lastName: string | null;
            jobTitle: string | null;
            /** @enum {string} */
            role: "invoices" | "accountsPayable" | "escalation" | "other";
            email: string | null;
            phone: string | null;
            receivesReminders: boolean;
            emailRefusedOn: string | null;
            emailRefusal: string | null;
            phoneRefused?: boolean;
            awayUntil?: string | null;
        };
        HistoryEntry: {
            key: string;
            /** Format: date */
            on: string;
            at: string | null;
            /** @enum {string} */
            kind: "issued" | "due" | "email" | "sms" | "call" | "letter" | "note" | "answer" | "payment" | "reversal" | "promise" | "brokenPromise" | "dispute" | "disputeResolved" | "pause" | "change" | "import" | "decision" | "task" | "planned";
            planned: boolean;
            title: string;
            detail: string | null;
            person: string | null;
            reminderId: number | null;
            paymentId: number | null;
            taskId: number | null;
        };
        CustomerRow: {
            id: number;
            code: string;
            name: string;
            salesRep: components["schemas"]["PersonRef"] | null;
            collector: components["schemas"]["PersonRef"] | null;
            outstanding: components["schemas"]["Money"][];
            late: components["schemas"]["Money"][];
            lateItems: number;
            daysLate: number;
            averageDelay: number | null;
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            next: components["schemas"]["NextStep"] | null;
        };
        Customer: {
            code: string;
            name: string;
            tradeName: string | null;
            /** @enum {string} */
            category: "company" | "publicBody" | "individual";
            siren: string | null;
            vatNumber: string | null;
            language: string;
            currency: string;
            paymentTerms: string | null;
            automaticMeans: boolean;
            addressLine1: string | null;
            addressLine2: string | null;
            postcode: string | null;
            city: string | null;
            country: string;
            phone: string | null;
            salesRepId: number | null;
            collectorId: number | null;
            parentId: number | null;
            scenarioId: number | null;
            accountCode: string | null;
            earlyDiscountBasisPoints: number | null;
            earlyDiscountDays: number | null;
            creditLimit: number | null;
            customerSince: string | null;
            handedOverOn: string | null;
            insolvencyOn: string | null;
            id: number;
            salesRep: components["schemas"]["PersonRef"] | null;
            collector: components["schemas"]["PersonRef"] | null;
            parent: {
                id: number;
                name: string;
            } | null;
            children: {
                id: number;
                name: string;
            }[];
            scenario: {
                id: number;
                name: string;
                isDefault: boolean;
            };
            pause: {
                until: string | "furtherNotice";
                note: string | null;
                /** Format: date */
                since: string;
            } | null;
            outstanding: components["schemas"]["Money"][];
            outstandingItems: number;
            late: components["schemas"]["Money"][];
            lateItems: number;
            daysLate: number;
            unallocatedCredit: components["schemas"]["Money"][];
            openCreditNotes: components["schemas"]["Money"][];
            averageDelay: number | null;
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            contacts: components["schemas"]["Contact"][];
            ibans: {
                id: number;
                iban: string;
                /** @enum {string} */
                learntFrom: "file" | "person" | "bank";
            }[];
            aliases: components["schemas"]["CustomerAlias"][];
            habit: {
                invoiceId: number;
                invoiceNumber: string;
                /** Format: date */
                paidOn: string;
                daysAfterDue: number;
            }[];
            counts: {
                invoices: number;
                payments: number;
                exchanges: number;
                contacts: number;
            };
            next: components["schemas"]["NextStep"] | null;
            lastContactOn: string | null;
        };
        RemindersReceived: {
            total: number;
            emails: number;
            texts: number;
            letters: number;
            calls: number;
            rows: {
                id: number;
                /** Format: date */
                on: string;
                /** @enum {string} */
                channel: "email" | "sms" | "letter" | "call";
                title: string;
                person: string | null;
                reminderId: number | null;
                taskId: number | null;
                invoices: string[];
            }[];
        };
        DisputeRow: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
            category: {
                id: number;
                name: string;
            } | null;
            note: string | null;
            /** Format: date */
            openedOn: string;
            ageDays: number;
            owner: components["schemas"]["PersonRef"] | null;
            /** @enum {string} */
            turn: "ourTurn" | "customerTurn" | "thirdTurn";
            deadline: string | null;
            isOverdue: boolean;
            awaiting: ("creditNote" | "correctedInvoice") | null;
            resolvedOn: string | null;
            outcome: ("creditNote" | "correctedInvoice" | "rejected" | "agreed" | "settled") | null;
            contested: components["schemas"]["Money"][];
            invoices: {
                id: number;
                number: string;
            }[];
            comments: number;
            files: number;
        };
        Dispute: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
            category: {
                id: number;
                name: string;
            } | null;
            note: string | null;
            /** Format: date */
            openedOn: string;
            ageDays: number;
            owner: components["schemas"]["PersonRef"] | null;
            /** @enum {string} */
            turn: "ourTurn" | "customerTurn" | "thirdTurn";
            deadline: string | null;
            isOverdue: boolean;
            awaiting: ("creditNote" | "correctedInvoice") | null;
            resolvedOn: string | null;
            outcome: ("creditNote" | "correctedInvoice" | "rejected" | "agreed" | "settled") | null;
            contested: components["schemas"]["Money"][];
            invoices: {
                id: number;
                number: string;
            }[];
            comments: number;
            files: number;
            language: string;
            items: {
                id: number;
                invoice: {
                    id: number;
                    number: string;
                };
                /** Format: date */
                dueDate: string;
                amountDue: components["schemas"]["Money"];
                part: components["schemas"]["Money"] | null;
            }[];
            events: {
                id: number;
                /** @enum {string} */
                kind: "comment" | "turn" | "owner" | "deadline" | "awaiting" | "part" | "file" | "resolved" | "settled" | "reopened";
                text: string | null;
                to: string | null;
                /** Format: date */
                on: string;
                person: string | null;
            }[];
            documents: {
                id: number;
                name: string;
                mediaType: string;
                size: number;
            }[];
            resolution: string | null;
            told: string | null;
            linked: {
                id: number;
                number: string;
            } | null;
            linkable: {
                id: number;
                number: string;
                kind: string;
            }[];
            mayResolve: boolean;
        };
        AnswerRow: {
            id: number;
            /** @enum {string} */
            class: "reply" | "autoReply" | "outOfOffice" | "bounce" | "delayed" | "delivered" | "complaint" | "receipt";
            from: {
                name: string;
                address: string;
            };
            subject: string;
            excerpt: string;
            receivedAt: string;
            /** Format: date */
            receivedOn: string;
            returnsOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            isRead: boolean;
            isDismissed: boolean;
        };
        Answer: {
            id: number;
            /** @enum {string} */
            class: "reply" | "autoReply" | "outOfOffice" | "bounce" | "delayed" | "delivered" | "complaint" | "receipt";
            from: {
                name: string;
                address: string;
            };
            subject: string;
            excerpt: string;
            receivedAt: string;
            /** Format: date */
            receivedOn: string;
            returnsOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            isRead: boolean;
            isDismissed: boolean;
            body: string;
            signature: string;
            quoted: string;
            html: string;
            fileList: {
                position: number;
                name: string;
                type: string;
                size: number;
            }[];
            isPartial: boolean;
            sourceRemovedOn: string | null;
            size: number;
            foundBy: ("message" | "invoice" | "address" | "person") | null;
            reminder: {
                id: number;
                subject: string;
                sentAt: string | null;
            } | null;
            isFromContact: boolean;
            readBy: string | null;
            readAt: string | null;
            undelivered: {
                address: string;
                /** @enum {string} */
                fate: "dead" | "wait" | "ours" | "complained";
                status: string | null;
                diagnostic: string;
            }[];
            likely: {
                id: number;
                name: string;
            }[];
        };
        Mailbox: {
            isOn: boolean;
            host: string;
            port: number;
            /** @enum {string} */
            security: "tls" | "starttls" | "none";
            username: string;
            hasPassword: boolean;
            folder: string;
            movesTo: string | null;
            testedAt: string | null;
            since: string | null;
            readAt: string | null;
            problem: string | null;
            problemSince: string | null;
        };
        AnswerRules: {
            answersPause: boolean;
            softBouncesLimit: number;
            sourcesKeptMonths: number;
        };
        SmsGateway: {
            isActive: boolean;
            url: string;
            /** @enum {string} */
            method: "POST" | "PUT" | "GET";
            bodyTemplate: string;
            mostParts: number;
            sender: string | null;
            hasHeaders: boolean;
        };
        Handover: {
            id: number;
            /** @enum {string} */
            receiver: "agency" | "bailiff" | "lawyer" | "other";
            receiverName: string;
            reference: string | null;
            note: string | null;
            /** Format: date */
            handedOverOn: string;
            invoices: {
                number: string;
                amountDue: components["schemas"]["Money"];
            }[];
            endedOn: string | null;
        };
        Insolvency: {
            id: number;
            /** @enum {string} */
            kind: "safeguard" | "receivership" | "liquidation";
            /** Format: date */
            judgedOn: string;
            publishedOn: string | null;
            court: string | null;
            officeHolder: string | null;
            isCreditorAway: boolean;
            /** Format: date */
            declareBy: string;
            declaredOn: string | null;
            note: string | null;
            endedOn: string | null;
        };
        WriteOff: {
            id: number;
            invoice: {
                id: number;
                number: string;
            };
            openItemId: number;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            reason: "insolvencyClosed" | "noAssets" | "untraceable" | "tooCostly" | "settlement" | "limitation" | "other";
            note: string | null;
            /** Format: date */
            writtenOffOn: string;
            isEnded: boolean;
        };
        HalfYearRate: {
            halfYear: string;
            mainRefinancing: number | null;
            legal: number | null;
            derived: {
                statutory: number;
                publicBuyer: number;
                floor: number;
            } | null;
            /** @enum {string} */
            origin: "published" | "concordant" | "entered" | "missing";
            source: string | null;
            readOn: string | null;
            enteredBy: string | null;
        };
        InterestDecision: {
            id: number;
            /** @enum {string} */
            covers: "interest" | "fee";
            /** @enum {string} */
            decision: "claimed" | "waived";
            reason: string;
            /** Format: date */
            decidedOn: string;
            person: string | null;
        };
        Limitation: {
            /** Format: date */
            since: string;
            /** @enum {string} */
            because: "start" | "courtClaim" | "enforcement" | "acknowledgement" | "partPayment";
            /** Format: date */
            endsOn: string;
            /** @enum {string} */
            rule: "commerce" | "consumer" | "publicBody";
            /** @enum {string} */
            stage: "far" | "sixMonths" | "threeMonths" | "over";
        };
        InvoiceLaw: {
            invoice: {
                id: number;
                number: string;
            };
            /** Format: date */
            dueDate: string;
            amountDue: components["schemas"]["Money"];
            items: number[];
            interest: {
                amount: components["schemas"]["Money"];
                fee: components["schemas"]["Money"];
                rate: number | null;
                /** @enum {string} */
                from: "customer" | "firm" | "law" | "publicBuyer";
                isChosen: boolean;
                missing: string | null;
                /** Format: date */
                asOf: string;
                belowFloor: string[];
                segments: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    days: number;
                    base: components["schemas"]["Money"];
                    rate: number;
                    interest: components["schemas"]["Money"];
                }[];
            } | null;
            decisions: components["schemas"]["InterestDecision"][];
            limitation: components["schemas"]["Limitation"] | null;
            writtenOffOn: string | null;
        };
        FormalNotice: {
            id: number;
            /** @enum {string} */
            means: "registeredLetter" | "electronicRegisteredLetter" | "letter" | "email" | "bailiff";
            /** Format: date */
            sentOn: string;
            receivedOn: string | null;
            deadlineDays: number;
            /** Format: date */
            deadline: string;
            trackingNumber: string | null;
            note: string | null;
            proof: string | null;
            invoices: string[];
            isEnded: boolean;
        };
        LegalFile: {
            id: number;
            name: string;
            size: number;
            files: number;
            seal: string;
            /** Format: date */
            madeOn: string;
            person: string | null;
        };
        CustomerLaw: {
            /** @enum {string} */
            category: "company" | "publicBody" | "individual";
            customerRate: number | null;
            missingRate: string | null;
            terms: {
                legalEntity: {
                    id: number;
                    name: string;
                };
                from: ("customer" | "firm" | "law" | "publicBuyer") | null;
                rate: number | null;
                isChosen: boolean;
            }[];
            invoices: components["schemas"]["InvoiceLaw"][];
            totals: {
                interest: components["schemas"]["Money"][];
                fees: components["schemas"]["Money"][];
                claimed: components["schemas"]["Money"][];
                waived: components["schemas"]["Money"][];
            };
            noNoticeBecause: ("insolvent" | "publicBody" | "individual") | null;
            formalNotices: components["schemas"]["FormalNotice"][];
            lettersToRecord: {
                task: number;
                /** Format: date */
                postedOn: string;
                trackingNumber: string;
                invoices: {
                    id: number;
                    number: string;
                }[];
            }[];
            limitationActs: {
                id: number;
                /** @enum {string} */
                kind: "courtClaim" | "enforcement" | "acknowledgement";
                /** Format: date */
                doneOn: string;
                note: string;
                invoices: string[];
                isEnded: boolean;
            }[];
            handovers: components["schemas"]["Handover"][];
            insolvencies: components["schemas"]["Insolvency"][];
            writeOffs: components["schemas"]["WriteOff"][];
            files: components["schemas"]["LegalFile"][];
        };
        LegalFileVerdict: {
            /** @enum {string} */
            verdict: "sealed" | "unknownSeal" | "altered" | "notALegalFile";
            seal: string | null;
            madeOn: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            files: number;
            problems: {
                file: string;
                /** @enum {string} */
                problem: "changed" | "missing" | "unknown";
            }[];
        };
        LetterBatch: {
            id: number;
            letters: number;
            pages: number;
            /** Format: date */
            madeOn: string;
            madeAt: string;
            person: string | null;
            service: string | null;
            place: string | null;
            handedAt: string | null;
            customers: {
                task: number;
                id: number;
                name: string;
                /** @enum {string} */
                state: "toPost" | "sent" | "dropped";
                postedOn: string | null;
                registeredNumber: string | null;
            }[];
        };
        LetterPosting: {
            registeredNumber: string | null;
            /** Format: date */
            postedOn: string;
            proofName: string | null;
            hasLetter: boolean;
        };
        WeekReminder: {
            reminder: number | null;
            customer: {
                id: number;
                name: string;
            };
            legalEntityId: number;
            /** Format: date */
            on: string;
            stepLabel: string | null;
            tone: ("courtesy" | "friendly" | "neutral" | "firm" | "formalNotice") | null;
            /** @enum {string} */
            state: "ready" | "pendingApproval" | "sending" | "planned";
            total: components["schemas"]["Money"][];
        };
        ShownProfile: {
            /** @enum {string} */
            profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            /** @enum {string} */
            reckoned: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
            /** @enum {string} */
            because: "insolvency" | "brokenPromises" | "plan" | "late" | "tooFew" | "habit";
            lines: number;
            typicalDays: number | null;
            sentence: string;
            declared: {
                /** @enum {string} */
                profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
                note: string;
                /** Format: date */
                on: string;
                by: string | null;
                sentence: string;
            } | null;
        };
        PayerRules: {
            windowMonths: number;
            linesNeeded: number;
            punctualDays: number;
            forgetfulDays: number;
            riskyDays: number;
            brokenPromises: number;
        };
        ScenarioStep: {
            key: string;
            delayDays: number;
            /** @enum {string} */
            channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            assignee: "salesRep" | "collector" | "director" | "person";
            assigneeId: number | null;
            isActive: boolean;
            label: string | null;
            sender: ("collector" | "salesRep") | null;
            recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
            copies: ({
                /** @enum {string} */
                role: "accountsPayable" | "invoices" | "escalation" | "other";
            } | {
                /** @enum {string} */
                ours: "salesRep" | "collector" | "director";
            } | {
                address: string;
            })[];
            departureMinute: number | null;
            /** @enum {string} */
            release: "asOrganization" | "automatic" | "toApprove";
            feeFixed: number | null;
            feeBasisPoints: number | null;
            texts: {
                language: string;
                subject: string;
                body: string;
            }[];
        };
        EnteredStep: {
            key: string;
            delayDays: number;
            /** @enum {string} */
            channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            assignee: "salesRep" | "collector" | "director" | "person";
            assigneeId: number | null;
            isActive: boolean;
            label?: unknown | null;
            sender?: ("collector" | "salesRep") | null;
            recipients?: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
            copies?: ({
                /** @enum {string} */
                role: "accountsPayable" | "invoices" | "escalation" | "other";
            } | {
                /** @enum {string} */
                ours: "salesRep" | "collector" | "director";
            } | {
                address: string;
            })[];
            departureMinute?: number | null;
            /** @enum {string} */
            release?: "asOrganization" | "automatic" | "toApprove";
            feeFixed?: number | null;
            feeBasisPoints?: number | null;
            texts?: {
                language: string;
                subject: string;
                body: string;
            }[];
        };
        ScenarioRules: {
            minimumDaysBetweenContacts?: number;
            tolerance?: number;
            approvalAbove?: number;
            repeat?: {
                everyDays: number;
                atMost: number;
            };
            everyDay?: boolean;
        };
        ScenarioVersion: {
            version: number;
            name: string;
            effectiveOn: string | null;
            rules: components["schemas"]["ScenarioRules"];
            writtenAt: string;
            by: string | null;
            isReplaced: boolean;
            steps: components["schemas"]["ScenarioStep"][];
        };
        Scenario: {
            id: number;
            name: string;
            preset: ("standard" | "gentle" | "firm" | "publicBody" | "individual") | null;
            version: number;
            rules: components["schemas"]["ScenarioRules"];
            defaultFor: ("company" | "publicBody" | "individual")[];
            customers: number;
            steps: {
                key: string;
                delayDays: number;
                /** @enum {string} */
                channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
                /** @enum {string} */
                tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                /** @enum {string} */
                assignee: "salesRep" | "collector" | "director" | "person";
                assigneeId: number | null;
                isActive: boolean;
                label: string | null;
                sender: ("collector" | "salesRep") | null;
                recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
                copies: ({
                    /** @enum {string} */
                    role: "accountsPayable" | "invoices" | "escalation" | "other";
                } | {
                    /** @enum {string} */
                    ours: "salesRep" | "collector" | "director";
                } | {
                    address: string;
                })[];
                departureMinute: number | null;
                /** @enum {string} */
                release: "asOrganization" | "automatic" | "toApprove";
                feeFixed: number | null;
                feeBasisPoints: number | null;
                texts: {
                    language: string;
                    subject: string;
                    body: string;
                }[];
                waiting: number;
            }[];
        };
        OneScenario: {
            id: number;
            name: string;
            preset: ("standard" | "gentle" | "firm" | "publicBody" | "individual") | null;
            version: number;
            rules: components["schemas"]["ScenarioRules"];
            defaultFor: ("company" | "publicBody" | "individual")[];
            customers: number;
            steps: {
                key: string;
                delayDays: number;
                /** @enum {string} */
                channel: "sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision";
                /** @enum {string} */
                tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                /** @enum {string} */
                assignee: "salesRep" | "collector" | "director" | "person";
                assigneeId: number | null;
                isActive: boolean;
                label: string | null;
                sender: ("collector" | "salesRep") | null;
                recipients: ("accountsPayable" | "invoices" | "escalation" | "other")[] | null;
                copies: ({
                    /** @enum {string} */
                    role: "accountsPayable" | "invoices" | "escalation" | "other";
                } | {
                    /** @enum {string} */
                    ours: "salesRep" | "collector" | "director";
                } | {
                    address: string;
                })[];
                departureMinute: number | null;
                /** @enum {string} */
                release: "asOrganization" | "automatic" | "toApprove";
                feeFixed: number | null;
                feeBasisPoints: number | null;
                texts: {
                    language: string;
                    subject: string;
                    body: string;
                }[];
                waiting: number;
            }[];
            planned: components["schemas"]["ScenarioVersion"] | null;
        };
        ScenarioRule: {
            id: number;
            scenario: number;
            category: ("company" | "publicBody" | "individual") | null;
            profile: ("unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky") | null;
            salesRep: number | null;
            collector: number | null;
            owesFrom: number | null;
            owesBelow: number | null;
        };
        EnteredScenarioRule: {
            scenario: number;
            category: ("company" | "publicBody" | "individual") | null;
            /** @default null */
            profile: ("unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky") | null;
            salesRep: number | null;
            collector: number | null;
            owesFrom: number | null;
            owesBelow: number | null;
        };
        ContactCounts: {
            emails: number;
            texts: number;
            calls: number;
            letters: number;
            decisions: number;
        };
        ToldContact: {
            customer: {
                id: number;
                name: string;
            };
            /** Format: date */
            on: string;
            channel: ("sms" | "email" | "call" | "letter" | "registeredLetter" | "task" | "decision") | null;
            step: string | null;
            total: components["schemas"]["Money"][];
            held: {
                because: string;
                label: string;
            } | null;
            isReal: boolean;
        };
        ChangedContact: {
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            how: "sooner" | "later" | "added" | "dropped" | "otherwise";
            was: string | null;
            is: string | null;
        };
        FollowedScenario: {
            scenario: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            from: "invoice" | "customer" | "rule" | "organization";
            sentence: string;
        };
        MessageTemplate: {
            /** @enum {string} */
            channel: "email" | "sms" | "call";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice" | "paymentNotFound";
            /** @example fr */
            language: string;
            /** @enum {string} */
            fallback: "fr" | "en";
            subject: string;
            body: string;
            isDefault: boolean;
        };
        MessageLanguage: {
            /** @example fr */
            code: string;
            /** @enum {string} */
            fallback: "fr" | "en";
            customers: number;
        };
        ReminderRow: {
            id: number;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            state: "pendingApproval" | "ready" | "sending" | "sent" | "inTestOutbox" | "failed" | "uncertain" | "cancelled" | "held";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            stepLabel: string | null;
            items: number;
            total: components["schemas"]["Money"][];
            deducted: components["schemas"]["Money"][];
            /** Format: date */
            decidedOn: string;
            leavesAt: string | null;
            leavesIfApproved: string | null;
            isTriedAgain: boolean;
            sentAt: string | null;
            sentence: string;
            isEdited: boolean;
            isChanged: boolean;
            collector: components["schemas"]["PersonRef"] | null;
        };
        HeldRow: {
            customer: {
                id: number;
                name: string;
            };
            legalEntityId: number;
            because: string;
            label: string;
            sentence: string;
            until: string | null;
            total: components["schemas"]["Money"][];
            reminderId: number | null;
            note: string | null;
        };
        MessagePreview: {
            id: number | null;
            customer: {
                id: number;
                name: string;
            };
            /** @enum {string} */
            state: "pendingApproval" | "ready" | "sending" | "sent" | "inTestOutbox" | "failed" | "uncertain" | "cancelled" | "held";
            /** @enum {string} */
            channel: "email" | "sms";
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            from: string;
            replyTo: string | null;
            to: string[];
            cc: string[];
            subject: string;
            text: string;
            html: string;
            attachments: {
                name: string;
                invoiceId: number;
                size: number | null;
            }[];
            why: string;
            stepLabel: string | null;
            stepInvoice: string | null;
            missing: string[];
            edited: {
                by: string | null;
                at: string;
            } | null;
            notice: string | null;
            draft: {
                subject: string;
                body: string;
            };
            kept: {
                name: string;
                value: string;
            }[];
            serverReply: string | null;
        };
        ReminderFacet: {
            /** @enum {string} */
            tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
            /** @enum {string} */
            channel: "email" | "sms";
            collector: components["schemas"]["PersonRef"] | null;
            pending: number;
            approved: number;
        };
        PushResult: {
            externalId: string | null;
            number: string | null;
            /** @enum {string} */
            result: "created" | "changed" | "unchanged" | "refused";
            refusals: {
                field: string;
                code: string;
                value: string | null;
                sentence: string;
                suggestion: {
                    field: string;
                    value: string;
                } | null;
            }[];
            warnings: {
                code: string;
                sentence: string;
            }[];
        };
        Source: {
            id: number;
            /** @enum {string} */
            kind: "upload" | "folder" | "sftp" | "api";
            name: string;
            legalEntityId: number;
            /** @enum {string} */
            holds: "some" | "allOpen" | "all";
            isActive: boolean;
            isGuarded: boolean;
            settings: {
                folder: string;
                /** @default  */
                pattern: string;
                /** @default 15 */
                everyMinutes: number;
                /** @default null */
                hours: {
                    from: number;
                    to: number;
                } | null;
                /** @default false */
                importsByItself: boolean;
                /** @default 0 */
                mostToFix: number;
                /** @default false */
                movesToDone: boolean;
                /** @default null */
                server: {
                    host: string;
                    /** @default 22 */
                    port: number;
                    user: string;
                } | null;
            } | null;
            hasSecret: boolean;
            hostKey: string | null;
            looksAt: string | null;
            lastLookedAt: string | null;
            lastGoodImportAt: string | null;
            lastGoodOn: string | null;
            ageDays: number | null;
            isFresh: boolean;
            trouble: string | null;
            waiting: {
                id: number;
                name: string;
                sentence: string;
            }[];
            missing: number;
            canRemove: boolean;
        };
        Import: {
            id: number;
            name: string;
            /** @enum {string} */
            state: "checking" | "checked" | "importing" | "imported" | "failed" | "undone";
            uploadedAt: string;
            uploadedBy: string | null;
            program: {
                name: string;
                pushedOn: string | null;
            } | null;
            importedAt: string | null;
            undoUntil: string | null;
            undoneAt: string | null;
            progress: {
                rows: number;
                total: number | null;
                share: number;
            };
            format: {
                /** @enum {string} */
                kind: "csv" | "xlsx" | "fec" | "eInvoices";
                encoding: string | null;
                separator: string | null;
                /** @enum {string} */
                decimal: "," | "." | "auto";
                /** @enum {string} */
                dateOrder: "dmy" | "mdy" | "ymd" | "auto";
                headerLine: number;
                forms: ("twoLineHeader" | "mergedCells" | "customerTitles" | "customerOnFirstRow" | "agedColumns" | "journal")[];
                sheet: string | null;
                sheets: string[];
                leftOut: {
                    line: number;
                    /** @enum {string} */
                    why: "aboveHeader" | "comment" | "total" | "repeatedHeader" | "customerTitle" | "page";
                    text: string;
                }[];
                repairs: {
                    code: string;
                    sentence: string;
                }[];
            } | null;
            columns: {
                position: number;
                header: string;
                samples: string[];
                field: string | null;
                /** @enum {string} */
                confidence: "sure" | "check" | "none";
            }[];
            fields: {
                field: string;
                label: string;
                isNeeded: boolean;
            }[];
            isRemembered: boolean;
            summary: {
                ready: number;
                toFix: number;
                newInvoices: number;
                changedInvoices: number;
                unchangedInvoices: number;
                newCustomers: number;
                customers: {
                    added: number;
                    changed: number;
                    unchanged: number;
                } | null;
                total: components["schemas"]["Money"][];
                amountDue: components["schemas"]["Money"][];
                alreadyLate: number;
                from: string | null;
                to: string | null;
                warnings: {
                    code: string;
                    count: number;
                    firstLine: number;
                    sentence: string;
                }[];
            } | null;
            refusals: {
                line: number;
                invoiceNumber: string | null;
                field: string;
                code: string;
                value: string | null;
                suggestion: string | null;
                title: string;
                sentence: string;
                correction: string | null;
            }[];
            refusalCount: number;
            preview: {
                line: number;
                invoiceNumber: string;
                customerName: string;
                issueDate: string | null;
                dueDate: string | null;
                total: {
                    amount: number;
                    currency: string;
                };
                amountDue: {
                    amount: number;
                    currency: string;
                };
            }[];
            files: {
                count: number;
                invoices: number;
                creditNotes: number;
                toAttach: number;
                attached: number;
                forms: {
                    form: string;
                    count: number;
                }[];
                listed: {
                    position: number;
                    name: string;
                    state: string;
                    number: string | null;
                    sentence: string;
                    amountDue: {
                        amount: number;
                        currency: string;
                    } | null;
                }[];
            } | null;
            error: {
                code: string;
                sentence: string;
            } | null;
            legalEntityId: number;
            source: {
                id: number;
                name: string;
                /** @enum {string} */
                holds: "some" | "allOpen" | "all";
            } | null;
            missing: number;
            ledger: {
                lines: number;
                debit: number;
                credit: number;
                customerDebit: number;
                customerCredit: number;
                entriesOutOfBalance: number;
                letteredGroups: number;
                lettersOutOfBalance: {
                    customer: string;
                    letters: string;
                    balance: number;
                }[];
                unreadable: number;
                from: string | null;
                to: string | null;
                payments: number;
                paid: number;
                firmTerms: string | null;
                otherSiren: string | null;
            } | null;
        };
        SavedView: {
            id: number;
            name: string;
            isShared: boolean;
            sharedBy: string | null;
            mayChange: boolean;
            search: {
                /**
                 * @default late
                 * @enum {string}
                 */
                view: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                q?: string;
                customer?: number;
                late?: number;
                /** @enum {string} */
                bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                /** @enum {string} */
                step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                currency?: string;
                /**
                 * @default daysLate
                 * @enum {string}
                 */
                sort: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                /**
                 * @default desc
                 * @enum {string}
                 */
                direction: "asc" | "desc";
                owner?: "me" | number;
                columns: ("customer" | "number" | "subject" | "project" | "issueDate" | "dueDate" | "daysLate" | "amount" | "amountDue" | "lateInterest" | "lastReminder" | "next" | "salesRep" | "owner")[];
            };
        };
        OpenItemRow: {
            id: number;
            invoiceId: number;
            invoiceNumber: string;
            /** @enum {string} */
            kind: "invoice" | "deposit" | "interim" | "creditNote";
            part: {
                position: number;
                of: number;
            } | null;
            customer: {
                id: number;
                name: string;
            };
            subject: string | null;
            project: string | null;
            /** Format: date */
            issueDate: string;
            /** Format: date */
            dueDate: string;
            isDueAssumed: boolean;
            daysLate: number;
            amount: components["schemas"]["Money"];
            amountDue: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "partiallyPaid" | "paid";
            isDisputed: boolean;
            disputedPart: components["schemas"]["Money"] | null;
            delayedUntil: string | null;
            isPaused: boolean;
            promisedFor: string | null;
            lastReminder: {
                /** Format: date */
                on: string;
                label: string;
            } | null;
            next: components["schemas"]["NextStep"] | null;
            owner: components["schemas"]["PersonRef"] | null;
            salesRep: components["schemas"]["PersonRef"] | null;
            end: ("writtenOff" | "handedOver" | "insolvency") | null;
            lateInterest?: components["schemas"]["Money"] | null;
        };
        Invoice: {
            id: number;
            number: string;
            /** @enum {string} */
            kind: "invoice" | "deposit" | "interim" | "creditNote";
            customer: {
                id: number;
                name: string;
            };
            legalEntity: {
                id: number;
                name: string;
            };
            /** Format: date */
            issueDate: string;
            subject: string | null;
            project: string | null;
            orderReference: string | null;
            paymentTerms: string | null;
            total: components["schemas"]["Money"];
            paid: components["schemas"]["Money"];
            amountDue: components["schemas"]["Money"];
            /** @enum {string} */
            status: "open" | "partiallyPaid" | "paid";
            daysLate: number;
            isDisputed: boolean;
            items: {
                id: number;
                invoiceId: number;
                invoiceNumber: string;
                /** @enum {string} */
                kind: "invoice" | "deposit" | "interim" | "creditNote";
                part: {
                    position: number;
                    of: number;
                } | null;
                customer: {
                    id: number;
                    name: string;
                };
                subject: string | null;
                project: string | null;
                /** Format: date */
                issueDate: string;
                /** Format: date */
                dueDate: string;
                isDueAssumed: boolean;
                daysLate: number;
                amount: components["schemas"]["Money"];
                amountDue: components["schemas"]["Money"];
                /** @enum {string} */
                status: "open" | "partiallyPaid" | "paid";
                isDisputed: boolean;
                disputedPart: components["schemas"]["Money"] | null;
                delayedUntil: string | null;
                isPaused: boolean;
                promisedFor: string | null;
                lastReminder: {
                    /** Format: date */
                    on: string;
                    label: string;
                } | null;
                next: components["schemas"]["NextStep"] | null;
                owner: components["schemas"]["PersonRef"] | null;
                salesRep: components["schemas"]["PersonRef"] | null;
                end: ("writtenOff" | "handedOver" | "insolvency") | null;
                lateInterest?: components["schemas"]["Money"] | null;
                pause: {
                    until: string | "furtherNotice";
                    note: string | null;
                } | null;
            }[];
            allocations: {
                id: number;
                openItemId: number;
                /** Format: date */
                on: string;
                amount: components["schemas"]["Money"];
                /** @enum {string} */
                source: "payment" | "creditNote" | "difference";
                paymentId: number | null;
                creditItemId: number | null;
                invoice: {
                    id: number;
                    number: string;
                } | null;
                label: string;
                isReversed: boolean;
            }[];
            next: components["schemas"]["NextStep"] | null;
            why: {
                title: string;
                sentence: string;
            };
            history: components["schemas"]["HistoryEntry"][];
            lateInterest: {
                interest: components["schemas"]["Money"];
                recoveryFee: components["schemas"]["Money"];
                rate: number | null;
                missing: string | null;
            } | null;
            disputes: {
                id: number;
                reason: string;
                category: {
                    id: number;
                    name: string;
                } | null;
                note: string | null;
                /** Format: date */
                openedOn: string;
                resolvedOn: string | null;
            }[];
            promises: {
                id: number;
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["Money"];
                /** @enum {string} */
                state: "pending" | "kept" | "partiallyKept" | "broken" | "withdrawn" | "replaced";
            }[];
            file: {
                name: string;
            } | null;
            instruction: {
                reference: string | null;
                iban: string | null;
                payee: string | null;
                isFactored: boolean;
                contract: string | null;
                preceding: string | null;
                isCorrection: boolean;
                lateInterest: string | null;
                indemnity: string | null;
                discount: string | null;
            } | null;
            source: {
                id: number;
                name: string;
            } | null;
            missing: {
                /** Format: date */
                since: string;
                file: {
                    id: number;
                    name: string;
                };
            } | null;
        };
        PaymentRow: {
            id: number;
            /** Format: date */
            receivedOn: string;
            customer: {
                id: number;
                name: string;
            };
            amount: components["schemas"]["Money"];
            unallocated: components["schemas"]["Money"];
            /** @enum {string} */
            means: "transfer" | "cheque" | "card" | "directDebit" | "billOfExchange" | "cash" | "other";
            reference: string | null;
            /** @enum {string} */
            origin: "manual" | "import" | "bank";
            allocations: {
                invoiceId: number;
                invoiceNumber: string;
                amount: components["schemas"]["Money"];
            }[];
            enteredBy: string | null;
            enteredAt: string;
            undoUntil: string | null;
            reversal: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                reason: "rejected" | "mistake" | "undone";
                note: string | null;
            } | null;
        };
        DepositSlipRow: {
            id: number;
            number: string;
            /** Format: date */
            depositedOn: string;
            total: components["schemas"]["Money"][];
            payments: {
                id: number;
                customer: {
                    id: number;
                    name: string;
                };
                amount: components["schemas"]["Money"];
                isReversed: boolean;
            }[];
        };
        ApiKey: {
            id: number;
            name: string;
            legalEntity: {
                id: number;
                name: string;
            };
            ending: string;
            mayApply: boolean;
            madeBy: string;
            madeAt: string;
            lastUsedOn: string | null;
            revokedAt: string | null;
        };
        Organization: {
            id: number;
            name: string;
            isDemo: boolean;
            /** @enum {string} */
            language: "fr" | "en";
            timeZone: string;
            baseCurrency: string;
            automaticSending: boolean;
            sendingFrozen: boolean;
            sendingFromMinute: number;
            sendingToMinute: number;
            departureMinute: number;
            recallMinutes: number;
            /** @enum {string} */
            forewarning: "off" | "dayBefore" | "morning";
            /** @enum {string} */
            forewarned: "collector" | "salesRep" | "both";
            forewarningMinute: number;
            minimumDaysBetweenContacts: number;
            toleranceAmount: number;
            promiseGraceDays: number;
            callTries: number;
            callAgainDays: number;
            paymentSearchDays: number;
            instalmentGraceDays: number;
            differenceAmount: number;
            alsaceMoselle: boolean;
            messagesPerHour: number;
        };
        Person: {
            id: number;
            name: string;
            email: string;
            phone: string | null;
            signature: string | null;
            /** @enum {string} */
            role: "admin" | "director" | "accountant" | "sales" | "project" | "readonly";
            isActive: boolean;
            canSignIn: boolean;
        };
        LegalEntity: {
            id: number;
            name: string;
            legalForm: string | null;
            capital: string | null;
            siren: string | null;
            rcs: string | null;
            vatNumber: string | null;
            addressLine1: string | null;
            addressLine2: string | null;
            postcode: string | null;
            city: string | null;
            country: string;
            phone: string | null;
            email: string | null;
            iban: string | null;
            bic: string | null;
            defaultTerms: string | null;
            lateInterestRate: number | null;
            followsLegalRate: boolean;
            /** @enum {string} */
            rateReading: "segmented" | "fixedAtStart";
            rateConfirmedFor: string | null;
            smtp: {
                host: string;
                port: number;
                /** @enum {string} */
                security: "tls" | "starttls" | "none";
                username: string | null;
                hasPassword: boolean;
                fromName: string;
                fromAddress: string;
                replyTo: string | null;
                testedAt: string | null;
            } | null;
        };
        Session: {
            email: string;
            person: components["schemas"]["Person"];
            organization: components["schemas"]["Organization"];
            organizations: {
                id: number;
                name: string;
                isDemo: boolean;
            }[];
            legalEntities: {
                id: number;
                name: string;
            }[];
            /** Format: date */
            today: string;
            hasSmtp: boolean;
            badges: {
                tasks: number;
                reminders: number;
                payments: number;
            };
            checklist: {
                invoices: boolean;
                scenario: boolean;
                sender: boolean;
                colleague: boolean;
                closed: boolean;
            };
        };
        Agreements: {
            promises: {
                id: number;
                /** Format: date */
                promisedFor: string;
                /** Format: date */
                keptUntil: string;
                amount: components["schemas"]["Money"];
                received: components["schemas"]["Money"];
                note: string | null;
                items: {
                    id: number;
                    invoiceNumber: string;
                    amount: components["schemas"]["Money"] | null;
                    amountDue: components["schemas"]["Money"];
                }[];
                invoices: {
                    id: number;
                    number: string;
                }[];
                customer: {
                    id: number;
                    name: string;
                };
                isKept: boolean;
            }[];
            past: {
                id: number;
                /** Format: date */
                notedOn: string;
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["Money"];
                received: components["schemas"]["Money"];
                note: string | null;
                /** @enum {string} */
                state: "kept" | "partiallyKept" | "broken" | "withdrawn" | "replaced";
            }[];
            plans: {
                id: number;
                /** Format: date */
                agreedOn: string;
                note: string | null;
                /** @enum {string} */
                standing: "running" | "missed" | "settled";
                confirmedOn: string | null;
                instalments: {
                    /** Format: date */
                    dueOn: string;
                    amount: components["schemas"]["Money"];
                    /** @enum {string} */
                    state: "paid" | "due" | "missed" | "contested";
                }[];
                contested: components["schemas"]["Money"];
                invoices: {
                    id: number;
                    number: string;
                }[];
                items: number[];
                customer: {
                    id: number;
                    name: string;
                };
            }[];
            delays: {
                id: number;
                invoice: {
                    id: number;
                    number: string;
                };
                /** Format: date */
                dueDate: string;
                /** Format: date */
                until: string;
                reason: string;
                /** Format: date */
                grantedOn: string;
                grantedBy: string | null;
                isFurther: boolean;
            }[];
        };
        BankAccountRow: {
            id: number;
            legalEntity: {
                id: number;
                name: string;
            };
            name: string;
            iban: string | null;
            written: string | null;
            currency: string;
            isActive: boolean;
            balance: components["schemas"]["Money"] | null;
            lastStatementOn: string | null;
            lastBroughtAt: string | null;
            gaps: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                missing: components["schemas"]["Money"] | null;
                sentence: string;
            }[];
        };
        BankStatementRow: {
            id: number;
            account: {
                id: number;
                name: string;
            };
            fileName: string;
            /** @enum {string} */
            format: "camt" | "cfonb120" | "mt940" | "ofx" | "csv";
            from: string | null;
            to: string | null;
            opening: components["schemas"]["Money"] | null;
            closing: components["schemas"]["Money"] | null;
            difference: components["schemas"]["Money"] | null;
            lines: number;
            newLines: number;
            warnings: string[];
            broughtAt: string;
        };
        BankProposal: {
            rank: number;
            basis: string;
            /** @enum {string} */
            kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            customer: {
                id: number;
                name: string;
                code: string;
            } | null;
            title: string;
            detail: string | null;
            allocations: {
                openItemId: number;
                invoiceId: number;
                invoiceNumber: string;
                customer: {
                    id: number;
                    name: string;
                    code: string;
                };
                /** Format: date */
                dueDate: string;
                daysLate: number;
                amountDue: components["schemas"]["Money"];
                allocated: components["schemas"]["Money"];
                difference: {
                    /** @enum {string} */
                    reason: "bankFee" | "discount" | "rounding";
                    amount: components["schemas"]["Money"];
                } | null;
            }[];
            payments: number[];
            credit: components["schemas"]["Money"];
            gap: components["schemas"]["Money"];
            evidence: {
                /** @enum {string} */
                speaks: "for" | "against";
                sentence: string;
            }[];
            effects: {
                /** @enum {string} */
                kind: "task" | "reminder" | "item" | "credit";
                sentence: string;
            }[];
        };
        BankLineRow: {
            id: number;
            account: {
                id: number;
                name: string;
            } | null;
            /** Format: date */
            bookedOn: string;
            valueOn: string | null;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            kind: "transfer" | "directDebit" | "chequeDeposit" | "card" | "billOfExchange" | "returned" | "fee" | "other";
            label: string;
            title: string;
            subtitle: string;
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            /** @enum {string} */
            state: "toMatch" | "matched" | "notACustomer";
            match: {
                id: number;
                /** @enum {string} */
                kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
                byItself: boolean;
                matchedBy: string | null;
                matchedAt: string;
                payments: number[];
            } | null;
            isReturned: boolean;
        };
        BankLine: {
            id: number;
            account: {
                id: number;
                name: string;
            } | null;
            /** Format: date */
            bookedOn: string;
            valueOn: string | null;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            kind: "transfer" | "directDebit" | "chequeDeposit" | "card" | "billOfExchange" | "returned" | "fee" | "other";
            label: string;
            title: string;
            subtitle: string;
            /** @enum {string} */
            confidence: "almostCertain" | "probable" | "toCheck" | "toSearch";
            /** @enum {string} */
            state: "toMatch" | "matched" | "notACustomer";
            match: {
                id: number;
                /** @enum {string} */
                kind: "paysItems" | "alreadyRecorded" | "customerCredit" | "notACustomer" | "returned";
                byItself: boolean;
                matchedBy: string | null;
                matchedAt: string;
                payments: number[];
            } | null;
            isReturned: boolean;
            payerName: string | null;
            payerIban: string | null;
            endToEndId: string | null;
            bankReference: string | null;
            marks: {
                from: number;
                to: number;
            }[];
            proposals: components["schemas"]["BankProposal"][];
            holds: {
                customer: {
                    id: number;
                    name: string;
                    code: string;
                };
                sentence: string;
            }[];
        };
        TaskRecurrence: {
            /** @enum {string} */
            unit: "week" | "month";
            every: number;
            weekday: number | null;
            monthDay: number | null;
            id: number;
            /** @enum {string} */
            kind: "call" | "other";
            title: string;
            note: string | null;
            customer: {
                id: number;
                name: string;
            } | null;
            assignee: components["schemas"]["PersonRef"] | null;
            /** Format: date */
            startsOn: string;
            nextOn: string | null;
            doneTimes: number;
            missedTimes: number;
        };
        TaskRow: {
            key: string;
            id: number | null;
            /** @enum {string} */
            kind: "call" | "letter" | "decision" | "correctAddress" | "allocateCredit" | "resolveUncertain" | "findPayment" | "correctContact" | "other" | "approveReminders";
            /** @enum {string} */
            group: "decide" | "call" | "approve" | "match" | "other";
            title: string;
            reason: string;
            customer: {
                id: number;
                name: string;
            } | null;
            amount: components["schemas"]["Money"] | null;
            daysLate: number | null;
            /** Format: date */
            dueOn: string;
            isLate: boolean;
            lateSince: string | null;
            tries: number;
            nextHalf: ("morning" | "afternoon") | null;
            isRecurring: boolean;
            handed: {
                by: string | null;
                /** Format: date */
                on: string;
                note: string | null;
            } | null;
            assignee: components["schemas"]["PersonRef"] | null;
            /** @enum {string} */
            state: "todo" | "snoozed" | "done" | "dropped";
            endedAt: string | null;
        };
        CalledCustomer: {
            task: components["schemas"]["TaskRow"];
            contact: components["schemas"]["Contact"] | null;
            others: {
                name: string;
                phone: string;
            }[];
            items: {
                number: string;
                /** Format: date */
                dueDate: string;
                daysLate: number;
                amountDue: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"][];
            why: string;
            exchanges: components["schemas"]["HistoryEntry"][];
            brokenPromises: {
                /** Format: date */
                promisedFor: string;
                amount: components["schemas"]["Money"];
                received: components["schemas"]["Money"];
            }[];
            salesRep: components["schemas"]["PersonRef"] | null;
            note: string | null;
            received: {
                total: number;
                emails: number;
                texts: number;
                letters: number;
                calls: number;
            };
            script: string[];
        };
        Task: {
            key: string;
            id: number | null;
            /** @enum {string} */
            kind: "call" | "letter" | "decision" | "correctAddress" | "allocateCredit" | "resolveUncertain" | "findPayment" | "correctContact" | "other" | "approveReminders";
            /** @enum {string} */
            group: "decide" | "call" | "approve" | "match" | "other";
            title: string;
            reason: string;
            customer: {
                id: number;
                name: string;
            } | null;
            amount: components["schemas"]["Money"] | null;
            daysLate: number | null;
            /** Format: date */
            dueOn: string;
            isLate: boolean;
            lateSince: string | null;
            tries: number;
            nextHalf: ("morning" | "afternoon") | null;
            isRecurring: boolean;
            handed: {
                by: string | null;
                /** Format: date */
                on: string;
                note: string | null;
            } | null;
            assignee: components["schemas"]["PersonRef"] | null;
            /** @enum {string} */
            state: "todo" | "snoozed" | "done" | "dropped";
            endedAt: string | null;
            why: string;
            note: string | null;
            contact: components["schemas"]["Contact"] | null;
            items: components["schemas"]["OpenItemRow"][];
            total: components["schemas"]["Money"][];
            exchanges: components["schemas"]["HistoryEntry"][];
            opening: string | null;
            script: string[];
            salesRep: components["schemas"]["PersonRef"] | null;
            reminderId: number | null;
            hasLetter: boolean;
            dispute: number | null;
            course: {
                id: number;
                /** @enum {string} */
                kind: "assigned" | "snoozed" | "notReached" | "wrongContact" | "ended" | "endedItself" | "reopened";
                /** Format: date */
                on: string;
                person: string | null;
                from: string | null;
                to: string | null;
                outcome: string | null;
                until: string | null;
                note: string | null;
            }[];
            follows: {
                next: {
                    /** @constant */
                    kind: "again";
                    attempt: number;
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    half: "morning" | "afternoon";
                } | {
                    /** @constant */
                    kind: "goOn";
                    attempt: number;
                };
                mostTries: number;
                isStep: boolean;
                /** Format: date */
                until: string;
                collector: string | null;
                copy: {
                    attached: string[];
                    missing: string[];
                    /** @enum {string} */
                    leaves: "atOnce" | "afterApproval";
                };
            } | null;
        };
    };
    responses: {
        /** @description Refused: what is wrong and what to do, in the language asked for. */
        Refusal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    error: {
                        code: string;
                        message: string;
                        details: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    welcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        open: boolean;
                        organizationName: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    createFirstAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationName: string;
                    siren?: string | null;
                    personName: string;
                    /** Format: email */
                    email: string;
                    password: string;
                    /** @enum {string} */
                    language?: "fr" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: true;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        signedIn: true;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        current: boolean;
                        createdAt: string;
                        ip: string | null;
                        agent: string | null;
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chooseOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @enum {string} */
                    language?: "fr" | "en";
                    timeZone?: string;
                    /** @example EUR */
                    baseCurrency?: string;
                    automaticSending?: boolean;
                    sendingFrozen?: boolean;
                    sendingFromMinute?: number;
                    sendingToMinute?: number;
                    departureMinute?: number;
                    recallMinutes?: number;
                    /** @enum {string} */
                    forewarning?: "off" | "dayBefore" | "morning";
                    /** @enum {string} */
                    forewarned?: "collector" | "salesRep" | "both";
                    forewarningMinute?: number;
                    minimumDaysBetweenContacts?: number;
                    toleranceAmount?: number;
                    promiseGraceDays?: number;
                    callTries?: number;
                    callAgainDays?: number;
                    paymentSearchDays?: number;
                    instalmentGraceDays?: number;
                    differenceAmount?: number;
                    alsaceMoselle?: boolean;
                    messagesPerHour?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeChecklist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario?: boolean;
                    closed?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    legalEntities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addLegalEntity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeLegalEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    legalForm?: string | null;
                    capital?: string | null;
                    siren?: string | null;
                    rcs?: string | null;
                    vatNumber?: string | null;
                    addressLine1?: string | null;
                    addressLine2?: string | null;
                    postcode?: string | null;
                    city?: string | null;
                    /** @example FR */
                    country?: string;
                    phone?: string | null;
                    email?: string | null;
                    iban?: string | null;
                    bic?: string | null;
                    defaultTerms?: string | null;
                    lateInterestRate?: number | null;
                    followsLegalRate?: boolean;
                    /** @enum {string} */
                    rateReading?: "segmented" | "fixedAtStart";
                    rateConfirmedFor?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    setSmtp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host: string;
                    port: number;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    username: string | null;
                    password?: string;
                    fromName: string;
                    /** Format: email */
                    fromAddress: string;
                    replyTo: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalEntity"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeSmtp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    testSmtp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    host: string;
                    port: number;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    username: string | null;
                    password?: string;
                    fromName: string;
                    /** Format: email */
                    fromAddress: string;
                    replyTo: string | null;
                    /** Format: email */
                    sendTo: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        steps: {
                            /** @enum {string} */
                            step: "connect" | "secure" | "authenticate" | "send";
                            ok: boolean;
                            sentence: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    people: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "admin" | "director" | "accountant" | "sales" | "project" | "readonly";
                    phone?: string | null;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    signature?: string | null;
                    /** @enum {string} */
                    role?: "admin" | "director" | "accountant" | "sales" | "project" | "readonly";
                    isActive?: boolean;
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    apiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    legalEntityId: number;
                    /** @default false */
                    mayApply?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        secret: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    startDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organizationId: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    search: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: {
                            id: number;
                            name: string;
                            code: string;
                            late: components["schemas"]["Money"][];
                            daysLate: number;
                        }[];
                        invoices: {
                            id: number;
                            number: string;
                            customerName: string;
                            amountDue: components["schemas"]["Money"];
                            daysLate: number;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    journal: {
        parameters: {
            query?: {
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        at: string;
                        person: string | null;
                        origin: string;
                        act: string;
                        thing: string;
                        thingId: number | null;
                        details: {
                            [key: string]: unknown;
                        };
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customers: {
        parameters: {
            query?: {
                view?: "all" | "late" | "owing" | "paused" | "upToDate";
                q?: string;
                salesRep?: number;
                collector?: number;
                profile?: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
                sort?: "name" | "outstanding" | "late" | "daysLate";
                direction?: "asc" | "desc";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CustomerRow"][];
                        count: number;
                        outstanding: components["schemas"]["Money"][];
                        late: components["schemas"]["Money"][];
                        nextCursor: string | null;
                        views: {
                            all: number;
                            late: number;
                            owing: number;
                            paused: number;
                            upToDate: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                    tradeName?: string | null;
                    /** @enum {string} */
                    category?: "company" | "publicBody" | "individual";
                    siren?: string | null;
                    vatNumber?: string | null;
                    language?: string;
                    /** @example EUR */
                    currency?: string;
                    paymentTerms?: string | null;
                    automaticMeans?: boolean;
                    addressLine1?: string | null;
                    addressLine2?: string | null;
                    postcode?: string | null;
                    city?: string | null;
                    /** @example FR */
                    country?: string;
                    phone?: string | null;
                    salesRepId?: number | null;
                    collectorId?: number | null;
                    parentId?: number | null;
                    scenarioId?: number | null;
                    accountCode?: string | null;
                    earlyDiscountBasisPoints?: number | null;
                    earlyDiscountDays?: number | null;
                    creditLimit?: number | null;
                    customerSince?: string | null;
                    handedOverOn?: string | null;
                    insolvencyOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code?: string;
                    name?: string;
                    tradeName?: string | null;
                    /** @enum {string} */
                    category?: "company" | "publicBody" | "individual";
                    siren?: string | null;
                    vatNumber?: string | null;
                    language?: string;
                    /** @example EUR */
                    currency?: string;
                    paymentTerms?: string | null;
                    automaticMeans?: boolean;
                    addressLine1?: string | null;
                    addressLine2?: string | null;
                    postcode?: string | null;
                    city?: string | null;
                    /** @example FR */
                    country?: string;
                    phone?: string | null;
                    salesRepId?: number | null;
                    collectorId?: number | null;
                    parentId?: number | null;
                    scenarioId?: number | null;
                    accountCode?: string | null;
                    earlyDiscountBasisPoints?: number | null;
                    earlyDiscountDays?: number | null;
                    creditLimit?: number | null;
                    customerSince?: string | null;
                    handedOverOn?: string | null;
                    insolvencyOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    pauseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: string | "furtherNotice";
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customerHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryEntry"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    remindersReceived: {
        parameters: {
            query?: {
                invoice?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemindersReceived"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addIban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    iban: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeIban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    civility?: ("Mme" | "M.") | null;
                    firstName?: string | null;
                    lastName?: string | null;
                    jobTitle?: string | null;
                    /** @enum {string} */
                    role?: "invoices" | "accountsPayable" | "escalation" | "other";
                    email?: string | null;
                    phone?: string | null;
                    receivesReminders?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    civility?: ("Mme" | "M.") | null;
                    firstName?: string | null;
                    lastName?: string | null;
                    jobTitle?: string | null;
                    /** @enum {string} */
                    role?: "invoices" | "accountsPayable" | "escalation" | "other";
                    email?: string | null;
                    phone?: string | null;
                    receivesReminders?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addExchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "call" | "email" | "letter" | "note" | "answer";
                    summary: string;
                    invoiceId?: number | null;
                    contactId?: number | null;
                    /** Format: date */
                    happenedOn?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    previewMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    otherId: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreview"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    mergeCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    otherId: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keptId: number;
                        mergedId: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    previewSeparation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeparationPreview"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    separateCustomers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keptId: number;
                        separatedId: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    doubles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pairs: {
                            /** @enum {string} */
                            by: "siren" | "vatNumber" | "name";
                            customers: {
                                id: number;
                                code: string;
                                name: string;
                                siren: string | null;
                            }[];
                        }[];
                        count: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    notDoubles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                otherId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    doublesAfterAll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                otherId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    savedViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default false */
                    isShared?: boolean;
                    search: {
                        /**
                         * @default late
                         * @enum {string}
                         */
                        view?: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                        q?: string;
                        customer?: number;
                        late?: number;
                        /** @enum {string} */
                        bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                        /** @enum {string} */
                        step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                        currency?: string;
                        /**
                         * @default daysLate
                         * @enum {string}
                         */
                        sort?: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                        /**
                         * @default desc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                        owner?: "me" | number;
                        columns: ("customer" | "number" | "subject" | "project" | "issueDate" | "dueDate" | "daysLate" | "amount" | "amountDue" | "lateInterest" | "lastReminder" | "next" | "salesRep" | "owner")[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    savedViewCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        count: number;
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    isShared?: boolean;
                    search?: {
                        /**
                         * @default late
                         * @enum {string}
                         */
                        view?: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                        q?: string;
                        customer?: number;
                        late?: number;
                        /** @enum {string} */
                        bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                        /** @enum {string} */
                        step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                        currency?: string;
                        /**
                         * @default daysLate
                         * @enum {string}
                         */
                        sort?: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                        /**
                         * @default desc
                         * @enum {string}
                         */
                        direction?: "asc" | "desc";
                        owner?: "me" | number;
                        columns: ("customer" | "number" | "subject" | "project" | "issueDate" | "dueDate" | "daysLate" | "amount" | "amountDue" | "lateInterest" | "lastReminder" | "next" | "salesRep" | "owner")[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    invoices: {
        parameters: {
            query?: {
                view?: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                q?: string;
                customer?: number;
                late?: number;
                bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                currency?: string;
                sort?: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                direction?: "asc" | "desc";
                owner?: number;
                with?: "lateInterest";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["OpenItemRow"][];
                        count: number;
                        isAtLeast: boolean;
                        customers: number;
                        total: components["schemas"]["Money"][];
                        nextCursor: string | null;
                        nextDueDate: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    itemViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        late: number;
                        upcoming: number;
                        owing: number;
                        unplanned: number;
                        brokenPromises: number;
                        disputed: number;
                        missing: number;
                        over60: number;
                        deposits: number;
                        writtenOff: number;
                        paid: number;
                        all: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    invoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    pushInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description externalId: your identifier of the invoice, the same at each push; 100 characters. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "F-2026-118",
                 *       "customer": {
                 *         "code": "CASTEL",
                 *         "name": "Menuiseries Castel",
                 *         "siren": "552100554",
                 *         "email": "compta@castel.example"
                 *       },
                 *       "issueDate": "2026-10-01",
                 *       "dueDate": "2026-10-31",
                 *       "total": {
                 *         "amount": 120000,
                 *         "currency": "EUR"
                 *       },
                 *       "amountDue": {
                 *         "amount": 45000,
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The number printed on the invoice. */
                    number: string;
                    /** @description Absent: as its number or the sign of its total says. */
                    kind?: ("invoice" | "deposit" | "interim" | "creditNote") | null;
                    customer: {
                        /** @description How your software tells customers apart; worth giving. */
                        code?: string | null;
                        /** @description Needed, or a code. */
                        name?: string | null;
                        /** @description SIREN or SIRET. */
                        siren?: string | null;
                        vatNumber?: string | null;
                        /** @description Where invoices and reminders go. */
                        email?: string | null;
                        contactName?: string | null;
                        phone?: string | null;
                        /** @description Name, e-mail or initials of somebody of the organisation. */
                        salesRep?: string | null;
                        addressLine1?: string | null;
                        addressLine2?: string | null;
                        postcode?: string | null;
                        city?: string | null;
                        country?: string | null;
                        language?: ("fr" | "en") | null;
                    };
                    issueDate?: string | null;
                    /** @description Absent: from the payment terms, counted from the issue date. */
                    dueDate?: string | null;
                    /** @description Including tax. */
                    total?: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    } | null;
                    /** @description What is left to pay. Absent: the total less what is paid. */
                    amountDue?: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    } | null;
                    paid?: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    } | null;
                    paidOn?: string | null;
                    /** @description Several due dates, in place of dueDate, amountDue and paid. They make the total. */
                    dueLines?: {
                        /** @example 2026-10-31 */
                        dueDate: string;
                        amount: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        };
                        amountDue?: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        } | null;
                    }[] | null;
                    paymentTerms?: string | null;
                    paymentMeans?: string | null;
                    project?: string | null;
                    subject?: string | null;
                    orderReference?: string | null;
                    disputed?: boolean | null;
                    /** @description Not to be reminded of until somebody resumes it. */
                    paused?: boolean | null;
                    /** @description How many reminders other software sent of it. */
                    reminderLevel?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        externalId: string | null;
                        number: string | null;
                        /** @enum {string} */
                        result: "created" | "changed" | "unchanged" | "refused";
                        refusals: {
                            field: string;
                            code: string;
                            value: string | null;
                            sentence: string;
                            suggestion: {
                                field: string;
                                value: string;
                            } | null;
                        }[];
                        warnings: {
                            code: string;
                            sentence: string;
                        }[];
                        importId: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    pushInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    invoices: {
                        externalId: string;
                        /** @description The number printed on the invoice. */
                        number: string;
                        /** @description Absent: as its number or the sign of its total says. */
                        kind?: ("invoice" | "deposit" | "interim" | "creditNote") | null;
                        customer: {
                            /** @description How your software tells customers apart; worth giving. */
                            code?: string | null;
                            /** @description Needed, or a code. */
                            name?: string | null;
                            /** @description SIREN or SIRET. */
                            siren?: string | null;
                            vatNumber?: string | null;
                            /** @description Where invoices and reminders go. */
                            email?: string | null;
                            contactName?: string | null;
                            phone?: string | null;
                            /** @description Name, e-mail or initials of somebody of the organisation. */
                            salesRep?: string | null;
                            addressLine1?: string | null;
                            addressLine2?: string | null;
                            postcode?: string | null;
                            city?: string | null;
                            country?: string | null;
                            language?: ("fr" | "en") | null;
                        };
                        issueDate?: string | null;
                        /** @description Absent: from the payment terms, counted from the issue date. */
                        dueDate?: string | null;
                        /** @description Including tax. */
                        total?: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        } | null;
                        /** @description What is left to pay. Absent: the total less what is paid. */
                        amountDue?: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        } | null;
                        paid?: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        } | null;
                        paidOn?: string | null;
                        /** @description Several due dates, in place of dueDate, amountDue and paid. They make the total. */
                        dueLines?: {
                            /** @example 2026-10-31 */
                            dueDate: string;
                            amount: {
                                amount: number;
                                /** @example EUR */
                                currency: string;
                            };
                            amountDue?: {
                                amount: number;
                                /** @example EUR */
                                currency: string;
                            } | null;
                        }[] | null;
                        paymentTerms?: string | null;
                        paymentMeans?: string | null;
                        project?: string | null;
                        subject?: string | null;
                        orderReference?: string | null;
                        disputed?: boolean | null;
                        /** @description Not to be reminded of until somebody resumes it. */
                        paused?: boolean | null;
                        /** @description How many reminders other software sent of it. */
                        reminderLevel?: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        importId: number | null;
                        created: number;
                        changed: number;
                        unchanged: number;
                        refused: number;
                        results: components["schemas"]["PushResult"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    legalEntityId?: number;
                    customerId: number;
                    number: string;
                    /**
                     * @default invoice
                     * @enum {string}
                     */
                    kind?: "invoice" | "deposit" | "interim" | "creditNote";
                    /** Format: date */
                    issueDate: string;
                    total: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    };
                    subject?: string | null;
                    project?: string | null;
                    paymentTerms?: string | null;
                    dueLines?: {
                        /** Format: date */
                        dueDate: string;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    missAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    since: string;
                    fileId: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    stillOwed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    invoiceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    attachInvoiceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    pauseItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    until: string | "furtherNotice";
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    itemsAct: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: number[];
                    act: {
                        /** @enum {string} */
                        kind: "pause";
                        until: string | "furtherNotice";
                        note: string | null;
                    } | {
                        /** @enum {string} */
                        kind: "resume";
                    } | {
                        /** @enum {string} */
                        kind: "assign";
                        personId: number;
                    } | {
                        /** @enum {string} */
                        kind: "task";
                        title: string;
                        /** Format: date */
                        dueOn: string;
                        assigneeId: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        tasks: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    exportItems: {
        parameters: {
            query?: {
                view?: "late" | "upcoming" | "owing" | "unplanned" | "brokenPromises" | "disputed" | "missing" | "over60" | "deposits" | "writtenOff" | "paid" | "all";
                q?: string;
                customer?: number;
                late?: number;
                bucket?: "notDue" | "d1_30" | "d31_60" | "d61_90" | "d90plus";
                step?: "email" | "call" | "letter" | "decision" | "hold" | "none";
                currency?: string;
                sort?: "daysLate" | "amountDue" | "amount" | "customer" | "number" | "dueDate";
                direction?: "asc" | "desc";
                owner?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    depositSlips: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DepositSlipRow"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    payments: {
        parameters: {
            query?: {
                customer?: number;
                view?: "all" | "unallocated" | "reversed";
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["PaymentRow"][];
                        count: number;
                        isAtLeast: boolean;
                        total: components["schemas"]["Money"][];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    enterPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    legalEntityId?: number;
                    /** Format: date */
                    receivedOn: string;
                    amount: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    };
                    /** @enum {string} */
                    means: "transfer" | "cheque" | "card" | "directDebit" | "billOfExchange" | "cash" | "other";
                    reference: string | null;
                    allocations: {
                        openItemId: number;
                        amount: number;
                    }[];
                    /** @default [] */
                    differences?: {
                        openItemId: number;
                        amount: number;
                        /** @enum {string} */
                        reason: "bankFee" | "discount";
                    }[];
                    slip?: {
                        number: string;
                        /** Format: date */
                        depositedOn: string;
                    } | null;
                    entryKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    payment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    proposeAllocation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    amount: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    };
                    /** Format: date */
                    receivedOn: string;
                    preferItemId?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            openItemId: number;
                            invoiceId: number;
                            invoiceNumber: string;
                            /** Format: date */
                            dueDate: string;
                            daysLate: number;
                            amountDue: components["schemas"]["Money"];
                            proposed: number;
                        }[];
                        unallocated: number;
                        isExact: boolean;
                        looksLike: {
                            paymentId: number;
                            /** Format: date */
                            receivedOn: string;
                        } | null;
                        differenceLimit: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    previewPayment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    legalEntityId?: number;
                    /** Format: date */
                    receivedOn: string;
                    amount: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    };
                    /** @enum {string} */
                    means: "transfer" | "cheque" | "card" | "directDebit" | "billOfExchange" | "cash" | "other";
                    reference: string | null;
                    allocations: {
                        openItemId: number;
                        amount: number;
                    }[];
                    /** @default [] */
                    differences?: {
                        openItemId: number;
                        amount: number;
                        /** @enum {string} */
                        reason: "bankFee" | "discount";
                    }[];
                    slip?: {
                        number: string;
                        /** Format: date */
                        depositedOn: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        effects: {
                            /** @enum {string} */
                            kind: "task" | "reminder" | "item" | "credit";
                            sentence: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    allocateCredit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allocations: {
                        openItemId: number;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    allocateCreditNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allocations: {
                        openItemId: number;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allocations: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    takeBackAllocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reversePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "rejected" | "mistake" | "undone";
                    /** Format: date */
                    on?: string;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sources: components["schemas"]["Source"][];
                        freshnessDays: number | null;
                        folders: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    legalEntityId?: number;
                    /**
                     * @default some
                     * @enum {string}
                     */
                    holds?: "some" | "allOpen" | "all";
                    /** @default true */
                    isGuarded?: boolean;
                    /** @default true */
                    isActive?: boolean;
                    settings: {
                        folder: string;
                        /** @default  */
                        pattern?: string;
                        /** @default 15 */
                        everyMinutes?: number;
                        /** @default null */
                        hours?: {
                            from: number;
                            to: number;
                        } | null;
                        /** @default false */
                        importsByItself?: boolean;
                        /** @default 0 */
                        mostToFix?: number;
                        /** @default false */
                        movesToDone?: boolean;
                        /** @default null */
                        server?: {
                            host: string;
                            /** @default 22 */
                            port?: number;
                            user: string;
                        } | null;
                    };
                    secret?: {
                        password?: string;
                        privateKey?: string;
                        passphrase?: string;
                    };
                    hostKey?: string;
                    /** @enum {string} */
                    kind: "folder" | "sftp";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    tryFolder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "folder" | "sftp";
                    settings: {
                        folder: string;
                        /** @default  */
                        pattern?: string;
                        /** @default 15 */
                        everyMinutes?: number;
                        /** @default null */
                        hours?: {
                            from: number;
                            to: number;
                        } | null;
                        /** @default false */
                        importsByItself?: boolean;
                        /** @default 0 */
                        mostToFix?: number;
                        /** @default false */
                        movesToDone?: boolean;
                        /** @default null */
                        server?: {
                            host: string;
                            /** @default 22 */
                            port?: number;
                            user: string;
                        } | null;
                    };
                    secret?: {
                        password?: string;
                        privateKey?: string;
                        passphrase?: string;
                    };
                    sourceId?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hostKey: string | null;
                        trouble: string | null;
                        files: {
                            name: string;
                            size: number;
                            modifiedAt: string;
                            /** @enum {string} */
                            verdict: "new" | "taken" | "ignored" | "leadsOut";
                        }[];
                        fileCount: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    legalEntityId?: number;
                    /**
                     * @default some
                     * @enum {string}
                     */
                    holds?: "some" | "allOpen" | "all";
                    /** @default true */
                    isGuarded?: boolean;
                    /** @default true */
                    isActive?: boolean;
                    /** @default null */
                    settings?: {
                        folder: string;
                        /** @default  */
                        pattern?: string;
                        /** @default 15 */
                        everyMinutes?: number;
                        /** @default null */
                        hours?: {
                            from: number;
                            to: number;
                        } | null;
                        /** @default false */
                        importsByItself?: boolean;
                        /** @default 0 */
                        mostToFix?: number;
                        /** @default false */
                        movesToDone?: boolean;
                        /** @default null */
                        server?: {
                            host: string;
                            /** @default 22 */
                            port?: number;
                            user: string;
                        } | null;
                    } | null;
                    secret?: {
                        password?: string;
                        privateKey?: string;
                        passphrase?: string;
                    };
                    hostKey?: string;
                    /** @default false */
                    acceptsNewHostKey?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    lookNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeFreshness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    imports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                        /** @enum {string} */
                        state: "checking" | "checked" | "importing" | "imported" | "failed" | "undone";
                        uploadedAt: string;
                        from: string | null;
                        rows: number;
                        invoices: number;
                        customers: number | null;
                        canUndo: boolean;
                        canRemove: boolean;
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    uploadFile: {
        parameters: {
            query?: {
                apply?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    columns?: {
                        position: number;
                        field: string | null;
                    }[];
                    /** @enum {string} */
                    decimal?: "," | "." | "auto";
                    /** @enum {string} */
                    dateOrder?: "dmy" | "mdy" | "ymd" | "auto";
                    encoding?: string;
                    separator?: string;
                    sheet?: string;
                    legalEntityId?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    correctRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line: number;
                    field: string;
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    rememberMapping?: boolean;
                    /** @default null */
                    chasedUpTo?: string | null;
                    /** @enum {string} */
                    holds?: "some" | "allOpen" | "all";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    ledgerBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balances: {
                            customerCode: string;
                            customerName: string;
                            customerId: number | null;
                            debit: number;
                            credit: number;
                            balance: number;
                            besides: number;
                            here: number;
                            difference: number;
                        }[];
                        customers: number;
                        differing: number;
                        onlyBesides: number;
                        isIn: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    wouldVanish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        of: number;
                        numbers: string[];
                        hasUnread: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    refusedRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    modelFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    agedBalance: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        on: string;
                        currencies: {
                            currency: string;
                            totals: {
                                notDue: number;
                                d1_30: number;
                                d31_60: number;
                                d61_90: number;
                                d90plus: number;
                                credits: number;
                                total: number;
                            };
                            items: {
                                notDue: number;
                                d1_30: number;
                                d31_60: number;
                                d61_90: number;
                                d90plus: number;
                            };
                            customers: {
                                notDue: number;
                                d1_30: number;
                                d31_60: number;
                                d61_90: number;
                                d90plus: number;
                                credits: number;
                                total: number;
                                id: number;
                                name: string;
                                code: string;
                            }[];
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    agreements: {
        parameters: {
            query?: {
                invoice?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addPromise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    /** Format: date */
                    promisedFor: string;
                    amount: {
                        amount: number;
                        /** @example EUR */
                        currency: string;
                    };
                    items: number[];
                    parts?: {
                        item: number;
                        amount: number;
                    }[];
                    replaces?: number;
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    withdrawPromise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    cancelPromise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    because: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumePromise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    items: number[];
                    instalments: {
                        /** Format: date */
                        dueOn: string;
                        amount: {
                            amount: number;
                            /** @example EUR */
                            currency: string;
                        };
                    }[];
                    replaces?: number[];
                    replacesPromises?: number[];
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    closePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    because: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    planConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        body: string;
                        to: {
                            name: string;
                            email: string;
                        }[];
                        confirmedOn: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    noteConfirmation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    grantDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    until: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    disputes: {
        parameters: {
            query?: {
                state?: "open" | "overdue" | "resolved";
                turn?: "ourTurn" | "customerTurn" | "thirdTurn";
                owner?: "mine" | "everybody";
                customer?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DisputeRow"][];
                        contested: components["schemas"]["Money"][];
                        counts: {
                            open: number;
                            overdue: number;
                            ourTurn: number;
                            customerTurn: number;
                            thirdTurn: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    openDispute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    items: number[];
                    /** @enum {string} */
                    reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
                    categoryId?: number | null;
                    note: string | null;
                    ownerId?: number | null;
                    deadline?: string | null;
                    /** @enum {string} */
                    turn?: "ourTurn" | "customerTurn" | "thirdTurn";
                    parts?: {
                        item: number;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    dispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    steerDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    turn?: "ourTurn" | "customerTurn" | "thirdTurn";
                    ownerId?: number | null;
                    deadline?: string | null;
                    awaiting?: ("creditNote" | "correctedInvoice") | null;
                    parts?: {
                        item: number;
                        amount: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    openDisputes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeRow"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    commentDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    disputeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                document: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                document: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resolveDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome?: "creditNote" | "correctedInvoice" | "rejected" | "agreed";
                    resolution: string;
                    told?: string | null;
                    linkedInvoiceId?: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reopenDispute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    because: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoReopening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    disputeCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        name: string;
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addDisputeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    archiveDisputeCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customerProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownProfile"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    declareProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    profile: "unknown" | "punctual" | "forgetful" | "slow" | "struggling" | "risky";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownProfile"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    withdrawProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    payerRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerRules"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changePayerRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayerRulesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerRules"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    recurrences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["TaskRecurrence"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addRecurrence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    unit: "week" | "month";
                    every: number;
                    weekday: number | null;
                    monthDay: number | null;
                    /**
                     * @default other
                     * @enum {string}
                     */
                    kind?: "call" | "other";
                    title: string;
                    note?: string | null;
                    customerId: number | null;
                    assigneeId: number | null;
                    /** Format: date */
                    startsOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRecurrence"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    stopRecurrence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeRecurrence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    callSheet: {
        parameters: {
            query?: {
                whose?: "mine" | "team";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        on: string;
                        caller: string;
                        calls: components["schemas"]["CalledCustomer"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    tasks: {
        parameters: {
            query?: {
                whose?: "mine" | "team";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["TaskRow"][];
                        done: components["schemas"]["TaskRow"][];
                        doneToday: number;
                        late: number;
                        minutesLeft: number;
                        collectedThisWeek: components["schemas"]["Money"][];
                        nextOn: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    customerId: number | null;
                    /** Format: date */
                    dueOn: string;
                    assigneeId: number | null;
                    /**
                     * @default other
                     * @enum {string}
                     */
                    kind?: "call" | "other";
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "done" | "dropped" | "promises" | "notReached" | "saysPaid" | "disputes" | "wrongContact" | "wantsCopy" | "notFound";
                    note: string | null;
                    items?: number[];
                    /** Format: date */
                    promisedFor?: string;
                    promisedAmount?: number;
                    promisedParts?: {
                        item: number;
                        amount: number;
                    }[];
                    dispute?: {
                        /** @enum {string} */
                        reason: "notReceived" | "amount" | "delivery" | "quality" | "purchaseOrder" | "alreadyPaid" | "other";
                        categoryId: number | null;
                        ownerId: number | null;
                        deadline: string | null;
                        part: number | null;
                    };
                    /** @enum {string} */
                    wrong?: "phone" | "person";
                    /** @enum {string} */
                    decision?: "continue" | "handOver" | "plan" | "writeOff" | "wait";
                    plan?: {
                        items: number[];
                        instalments: {
                            /** Format: date */
                            dueOn: string;
                            amount: {
                                amount: number;
                                /** @example EUR */
                                currency: string;
                            };
                        }[];
                        replaces?: number[];
                        replacesPromises?: number[];
                    };
                    handover?: {
                        /** @enum {string} */
                        receiver: "agency" | "bailiff" | "lawyer" | "other";
                        receiverName: string;
                        reference: string | null;
                    };
                    /** @enum {string} */
                    writeOffReason?: "insolvencyClosed" | "noAssets" | "untraceable" | "tooCostly" | "settlement" | "limitation" | "other";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sentence: string;
                        nextTask: components["schemas"]["TaskRow"] | null;
                        plan: number | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reopenTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    snoozeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    assignTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: number;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    taskLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    letters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        toPrint: {
                            task: number;
                            customer: {
                                id: number;
                                name: string;
                            };
                            /** Format: date */
                            dueOn: string;
                            amounts: components["schemas"]["Money"][];
                            invoices: number;
                        }[];
                        batches: components["schemas"]["LetterBatch"][];
                        services: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    makeLetterBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tasks: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        batch: components["schemas"]["LetterBatch"] | null;
                        leftOut: {
                            task: number;
                            customerName: string | null;
                            sentence: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoLetterBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    letterBatchPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    letterBatchAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    handLetterBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    service: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterBatch"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    windowTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    letterPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posting: components["schemas"]["LetterPosting"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    recordPosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    registeredNumber: string | null;
                    /** Format: date */
                    postedOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        posting: components["schemas"]["LetterPosting"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removePosting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    keepProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    postedLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    templates: {
        parameters: {
            query?: {
                channel?: "email" | "sms" | "call";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplate"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice" | "paymentNotFound";
                /** @example fr */
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string | null;
                    body: string | null;
                    /**
                     * @default email
                     * @enum {string}
                     */
                    channel?: "email" | "sms" | "call";
                    seen?: {
                        subject: string;
                        body: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplate"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    previewTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default email
                     * @enum {string}
                     */
                    channel?: "email" | "sms" | "call";
                    /** @enum {string} */
                    tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice" | "paymentNotFound";
                    /** @example fr */
                    language: string;
                    subject: string;
                    body: string;
                    customerId: number | null;
                    /** @default false */
                    onPaper?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        html: string;
                        problems: {
                            line: number;
                            sentence: string;
                        }[];
                        gap: string | null;
                        isExample: boolean;
                        customerName: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    testTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default email
                     * @enum {string}
                     */
                    channel?: "email" | "sms" | "call";
                    /** @enum {string} */
                    tone: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice" | "paymentNotFound";
                    /** @example fr */
                    language: string;
                    subject: string;
                    body: string;
                    customerId: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: boolean;
                        to: string;
                        sentence: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    messageLanguages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageLanguage"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addMessageLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example fr */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    fallback: "fr" | "en";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageLanguage"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeMessageLanguage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example fr */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    smsGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gateway: components["schemas"]["SmsGateway"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    setSmsGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isActive: boolean;
                    url: string;
                    /** @enum {string} */
                    method: "POST" | "PUT" | "GET";
                    bodyTemplate: string;
                    mostParts: number;
                    sender: string | null;
                    headers?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        gateway: components["schemas"]["SmsGateway"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    testSmsGateway: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sent: boolean;
                        sentence: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answers: {
        parameters: {
            query?: {
                view?: "unread" | "toSort" | "all";
                before?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: components["schemas"]["AnswerRow"][];
                        counts: {
                            unread: number;
                            toSort: number;
                        };
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answerCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                        toSort: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Answer"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answerSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customerAnswers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: components["schemas"]["AnswerRow"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    readAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isRead: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    giveAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    customerId: number;
                    addsAddress: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: number | null;
                        closed: string[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    takeBackAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    contact: number | null;
                    closed: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    dismissAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isDismissed: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    searchPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        task: number | null;
                        items: number[];
                        /** Format: date */
                        until: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endPaymentSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    task: number | null;
                    items: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    answerRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerRules"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeAnswerRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerRulesInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerRules"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    mailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mailbox: components["schemas"]["Mailbox"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    setMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                    host: string;
                    port: number;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    username: string;
                    password?: string;
                    folder: string;
                    movesTo: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mailbox: components["schemas"]["Mailbox"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    testMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                    host: string;
                    port: number;
                    /** @enum {string} */
                    security: "tls" | "starttls" | "none";
                    username: string;
                    password?: string;
                    folder: string;
                    movesTo: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        messages: number | null;
                        sentence: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: number[];
                    /** @enum {string} */
                    receiver: "agency" | "bailiff" | "lawyer" | "other";
                    receiverName: string;
                    reference?: string | null;
                    note?: string | null;
                    /** Format: date */
                    handedOverOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    recordInsolvency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "safeguard" | "receivership" | "liquidation";
                    /** Format: date */
                    judgedOn: string;
                    publishedOn?: string | null;
                    court?: string | null;
                    officeHolder?: string | null;
                    /** @default false */
                    isCreditorAway?: boolean;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeInsolvency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind?: "safeguard" | "receivership" | "liquidation";
                    publishedOn?: string | null;
                    court?: string | null;
                    officeHolder?: string | null;
                    note?: string | null;
                    isCreditorAway?: boolean;
                    declaredOn?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endInsolvency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeInsolvency: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    writeOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: number[];
                    /** @enum {string} */
                    reason: "insolvencyClosed" | "noAssets" | "untraceable" | "tooCostly" | "settlement" | "limitation" | "other";
                    note?: string | null;
                    /** Format: date */
                    writtenOffOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ids: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endWriteOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeWriteOff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    rateTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current: string;
                        rates: components["schemas"]["HalfYearRate"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    enterRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2026-H2 */
                halfYear: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    mainRefinancing: number;
                    legal: number;
                    source: string;
                    /** Format: date */
                    readOn: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    forgetRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 2026-H2 */
                halfYear: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    confirmRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    halfYear: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    agreeRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rate: number | null;
                    note: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    invoiceLaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceLaw"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    customerLaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerLaw"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    decideInterest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    covers: ("interest" | "fee")[];
                    /** @enum {string} */
                    decision: "claimed" | "waived";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ids: number[];
                        replaced: number[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endInterestDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeInterestDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    recordNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: number[];
                    /** @enum {string} */
                    means: "registeredLetter" | "electronicRegisteredLetter" | "letter" | "email" | "bailiff";
                    /** Format: date */
                    sentOn: string;
                    receivedOn?: string | null;
                    /** @default 15 */
                    deadlineDays?: number;
                    trackingNumber?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    receivedOn?: string | null;
                    trackingNumber?: string | null;
                    note?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    noticeProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    attachNoticeProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    recordLimitationAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: number[];
                    /** @enum {string} */
                    kind: "courtClaim" | "enforcement" | "acknowledgement";
                    /** Format: date */
                    doneOn: string;
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    endLimitationAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    resumeLimitationAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    makeLegalFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalFile"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    legalFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    verifyLegalFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalFileVerdict"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reminders: {
        parameters: {
            query?: {
                view?: "ready" | "sent" | "testOutbox" | "problems";
                customer?: number;
                tone?: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                collector?: number;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ReminderRow"][];
                        count: number;
                        items: number;
                        total: components["schemas"]["Money"][];
                        nextCursor: string | null;
                        views: {
                            ready: number;
                            held: number;
                            sent: number;
                            testOutbox: number;
                            problems: number;
                        };
                        facets: components["schemas"]["ReminderFacet"][];
                        departure: string | null;
                        nextDeparture: string | null;
                        hasSmtp: boolean;
                        sendingFrozen: boolean;
                        automaticSending: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    weekReminders: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        until: string;
                        count: number;
                        rows: components["schemas"]["WeekReminder"][];
                        total: components["schemas"]["Money"][];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    held: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["HeldRow"][];
                        count: number;
                        total: components["schemas"]["Money"][];
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreview"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    reminderSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    approveReminders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reminders: number[];
                    /** @default false */
                    now?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        approved: number;
                        leavesAt: string | null;
                        inTestOutbox: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    cancelApproval: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reminders: number[];
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cancelled: number;
                        tooLate: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    setAside: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    until?: string;
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        until: string;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    writeReminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: string | null;
                    body: string | null;
                    seenEdit?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreview"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    settleUncertain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    left: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    sendAnyway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items?: number[];
                    /** @enum {string} */
                    tone?: "courtesy" | "friendly" | "neutral" | "firm" | "formalNotice";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreview"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    decisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number;
                        /** Format: date */
                        on: string;
                        at: string;
                        /** @enum {string} */
                        kind: "take" | "hold" | "rest";
                        because: string;
                        sentence: string;
                        excluded: string[];
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    decideNow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: number;
                        messages: number;
                        tasks: number;
                        cancelled: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarios: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    preset?: "standard" | "gentle" | "firm" | "publicBody" | "individual";
                    steps?: components["schemas"]["EnteredStepInput"][];
                    rules?: components["schemas"]["ScenarioRulesInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    steps: components["schemas"]["EnteredStepInput"][];
                    rules?: components["schemas"]["ScenarioRulesInput"];
                    /** Format: date */
                    effectiveOn?: string;
                    seenVersion?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        name: string;
                        effectiveOn: string | null;
                        rules: components["schemas"]["ScenarioRules"];
                        writtenAt: string;
                        by: string | null;
                        isReplaced: boolean;
                        steps: components["schemas"]["ScenarioStep"][];
                        isInForce: boolean;
                    }[];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    dropPlannedVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    importScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @default false */
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: number | null;
                        name: string;
                        version: number | null;
                        /** @enum {string} */
                        outcome: "added" | "changed" | "unchanged";
                        steps: number;
                        cases: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRule"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeScenarioRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: components["schemas"]["EnteredScenarioRuleInput"][];
                    seen?: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioRule"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    tryScenarioRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: components["schemas"]["EnteredScenarioRuleInput"][];
                    customerId?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: number[];
                        chosen: number;
                        defaults: {
                            company: number;
                            publicBody: number;
                            individual: number;
                        };
                        followed: components["schemas"]["FollowedScenario"] | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioOfCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chooseCustomerScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenarioId: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    scenarioOfInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chooseInvoiceScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenarioId: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedScenario"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    chooseDefaultScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    category: "company" | "publicBody" | "individual";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    simulateScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    steps?: components["schemas"]["EnteredStepInput"][];
                    rules?: components["schemas"]["ScenarioRulesInput"];
                    /** Format: date */
                    on?: string;
                    /** Format: date */
                    until?: string;
                    /** @default 30 */
                    days?: number;
                    customerId?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: number;
                        days: {
                            /** Format: date */
                            on: string;
                            emails: number;
                            texts: number;
                            calls: number;
                            letters: number;
                            decisions: number;
                            total: components["schemas"]["Money"][];
                        }[];
                        held: {
                            because: string;
                            label: string;
                            customers: number;
                        }[];
                        difference: {
                            sooner: number;
                            later: number;
                            added: number;
                            dropped: number;
                            otherwise: number;
                        } | null;
                        cases: {
                            count: number;
                            failed: string[];
                        };
                        told: components["schemas"]["ToldContact"][];
                        changed: components["schemas"]["ChangedContact"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    replayScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    steps?: components["schemas"]["EnteredStepInput"][];
                    rules?: components["schemas"]["ScenarioRulesInput"];
                    /** Format: date */
                    on?: string;
                    /** Format: date */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        customers: number;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        until: string;
                        days: {
                            /** Format: date */
                            on: string;
                            emails: number;
                            texts: number;
                            calls: number;
                            letters: number;
                            decisions: number;
                            total: components["schemas"]["Money"][];
                            real: components["schemas"]["ContactCounts"];
                        }[];
                        held: {
                            because: string;
                            label: string;
                            customers: number;
                        }[];
                        inForce: components["schemas"]["ContactCounts"] | null;
                        difference: {
                            sooner: number;
                            later: number;
                            added: number;
                            dropped: number;
                            otherwise: number;
                        } | null;
                        told: components["schemas"]["ToldContact"][];
                        changed: components["schemas"]["ChangedContact"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    declareChased: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stepKey: string | null;
                    items?: number[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    lateCallers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonRef"][];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["BankAccountRow"][];
                        matchesByItself: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    addBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    legalEntityId?: number;
                    name: string;
                    /** @default null */
                    iban?: string | null;
                    /** @default null */
                    written?: string | null;
                    /**
                     * @default EUR
                     * @example EUR
                     */
                    currency?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccountRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    changeBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    legalEntityId?: number;
                    iban?: string | null;
                    isActive?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccountRow"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bankStatements: {
        parameters: {
            query?: {
                account?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["BankStatementRow"][];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bringStatement: {
        parameters: {
            query?: {
                account?: number;
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        statements: components["schemas"]["BankStatementRow"][];
                        newLines: number;
                        knownLines: number;
                        almostCertain: number;
                        applied: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bankLines: {
        parameters: {
            query?: {
                view?: "toMatch" | "matched" | "notACustomer";
                account?: number;
                q?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["BankLineRow"][];
                        counts: {
                            toMatch: number;
                            matched: number;
                            notACustomer: number;
                        };
                        total: components["schemas"]["Money"][];
                        almostCertain: number;
                        upToDateAt: string | null;
                        nextCursor: string | null;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bankLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankLine"];
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    matchLine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "proposal";
                    rank: number;
                    basis?: string;
                } | {
                    /** @enum {string} */
                    kind: "paysItems";
                    customerId?: number;
                    allocations: {
                        openItemId: number;
                        amount: number;
                        /** @default null */
                        difference?: {
                            /** @enum {string} */
                            reason: "bankFee" | "discount" | "rounding";
                            amount: number;
                        } | null;
                    }[];
                } | {
                    /** @enum {string} */
                    kind: "customerCredit";
                    customerId: number;
                } | {
                    /** @enum {string} */
                    kind: "alreadyRecorded";
                    payments: number[];
                } | {
                    /** @enum {string} */
                    kind: "notACustomer";
                    /** @default false */
                    always?: boolean;
                } | {
                    /** @enum {string} */
                    kind: "returned";
                    payment: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: components["schemas"]["BankLineRow"];
                        toMatch: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    matchCertainLines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        applied: components["schemas"]["BankLineRow"][];
                        left: number;
                        total: components["schemas"]["Money"][];
                        toMatch: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    undoMatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: components["schemas"]["BankLineRow"];
                        toMatch: number;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    bankRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            id: number;
                            sentence: string;
                            iban: string | null;
                            wording: string | null;
                            customer: {
                                id: number;
                                name: string;
                                code: string;
                            } | null;
                            taughtBy: string | null;
                            taughtAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeBankRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    statementColumns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            id: number;
                            headers: string[];
                            columns: (("bookedOn" | "valueOn" | "label" | "details" | "amount" | "debit" | "credit" | "side" | "balance" | "currency" | "reference" | "name" | "iban" | "account") | null)[];
                            taughtBy: string | null;
                            taughtAt: string;
                        }[];
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    removeStatementColumns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
    setMatching: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    matchesByItself: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        matchesByItself: boolean;
                    };
                };
            };
            "4XX": components["responses"]["Refusal"];
        };
    };
}
